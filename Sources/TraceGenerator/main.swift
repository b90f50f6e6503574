print("trace generator")

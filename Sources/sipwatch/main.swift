print("sipwatch")

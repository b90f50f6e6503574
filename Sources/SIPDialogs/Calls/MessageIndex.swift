/// The position of a message in its exchange's list.
public typealias MessageIndex = Int
/// The position of a transaction in its exchange's list.
public typealias TransactionIndex = Int

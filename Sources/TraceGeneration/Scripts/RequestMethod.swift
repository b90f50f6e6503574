/// The methods that the generator sends.
enum RequestMethod: String, Sendable {
    case ack = "ACK"
    case bye = "BYE"
    case cancel = "CANCEL"
    case invite = "INVITE"
    case message = "MESSAGE"
    case notify = "NOTIFY"
    case options = "OPTIONS"
    case prack = "PRACK"
    case refer = "REFER"
    case register = "REGISTER"
    case subscribe = "SUBSCRIBE"
}

public import Testing

/// A text of questions with mistakes in it, and the lines at which they are told.
public struct MalformedQuestions: Sendable, CustomTestStringConvertible {
  public let text: String
  public let lines: [Int]

  private init(_ text: String, _ lines: [Int]) {
    self.text = text
    self.lines = lines
  }

  public var testDescription: String { text.debugDescription }

  /// GIFT first, then Aiken, then what later forms of GIFT brought.
  public static let all: [MalformedQuestions] = [
    MalformedQuestions("Q {=a ~b", [1]),
    MalformedQuestions("Q =a ~b}", [1]),
    MalformedQuestions("Q } {=a ~b}", [1]),
    MalformedQuestions("Q {=a {~b}", [1]),
    MalformedQuestions("Q\n{=a\n~b}\n}", [4]),
    MalformedQuestions("Q {=a ~b} and {=c ~d}", [1]),
    MalformedQuestions("::name Q {=a ~b}", [1]),
    MalformedQuestions("{=a ~b}", [1]),
    MalformedQuestions("ok {=a ~b}\n\n::x::{T}", [3]),
    MalformedQuestions("Q {a b c}", [1]),
    MalformedQuestions("Q {first =a ~b}", [1]),
    MalformedQuestions("Q {=a ~}", [1]),
    MalformedQuestions("Q {\n=a\n~# nothing\n}", [3]),
    MalformedQuestions("Q {=a ~%x%b}", [1]),
    MalformedQuestions("Q {=a ~%150%b}", [1]),
    MalformedQuestions("Q {=a ~%50 b}", [1]),
    MalformedQuestions("Q {~a ~b}", [1]),
    MalformedQuestions("Q {~%50%a ~%20%b}", [1]),
    MalformedQuestions("Q {=a ~a}", [1]),
    MalformedQuestions("Q {#}", [1]),
    MalformedQuestions("Q {#abc}", [1]),
    MalformedQuestions("Q {#5..1}", [1]),
    MalformedQuestions("Q {#3:-1}", [1]),
    MalformedQuestions("Q {#=x =4}", [1]),
    MalformedQuestions("$FOO: bar\n\nQ {T}", [1]),
    MalformedQuestions("Q {=%50%a =%40%b}", [1]),
    MalformedQuestions("a {T}\n\nb {=x ~y\n\nc {T}\n\nd {#z}", [3, 7]),
    MalformedQuestions("Q\nA. a\nB. b\n\nR\nA. a\nB. b\nANSWER: A", [1]),
    MalformedQuestions("A. a\nB. b\nANSWER: A", [1]),
    MalformedQuestions("Q\nmore\nA. a\nB. b\nANSWER: A", [2]),
    MalformedQuestions("Q\nA. a\nC. b\nANSWER: A", [3]),
    MalformedQuestions("Q\nA. a\nB. b\nANSWER: C", [4]),
    MalformedQuestions("Q\nA. a\nB. b\nANSWER:", [4]),
    MalformedQuestions("Q\nANSWER: A", [2]),
    MalformedQuestions("Q\nA. a\nANSWER: A", [1]),
    MalformedQuestions("Q\nA. a\nB.\nANSWER: A", [3]),
    MalformedQuestions("Q\nA. a\nA. b\nANSWER: A", [3]),
    MalformedQuestions("سوال\nالف) یک\nب) یک\nپاسخ: ب", [1]),
    MalformedQuestions("سوال\nالف) یک\nب) دو\nپاسخ: ه", [4]),
    MalformedQuestions("Q\nA. a\nB. b\nANSWER: A\nR\nA. a\nB. b", [5]),
    MalformedQuestions("Q {=a -> b =c =d -> e}", [1]),
    MalformedQuestions("Q {\n=a -> b\n=c -> d # no\n=e -> f}", [3]),
    MalformedQuestions("Q {\n=a -> b\n=%50%c -> d\n=e -> f}", [3]),
    MalformedQuestions("Q {\n=a -> b\n=c ->\n=e -> f}", [3]),
    MalformedQuestions("Q {=a -> b =c -> d}", [1]),
    MalformedQuestions("Q {=a -> b = -> c = -> d}", [1]),
    MalformedQuestions("Q {=a -> b =a -> c =d -> e}", [1]),
    MalformedQuestions("Q {=a -> b =c -> b =d -> b}", [1]),
    MalformedQuestions("ok {T}\n\nQ {=a -> b =c - d =e -> f}", [3]),
    MalformedQuestions(
      "Q {=1->1 =2->2 =3->3 =4->4 =5->5 =6->6 =7->7 =8->8 =9->9 =10->10 =11->11}", [1]),
    MalformedQuestions("[html]<p></p> {=a ~b}", [1]),
    MalformedQuestions("[html]Q {=<b></b> ~b}", [1]),
    MalformedQuestions("Q {#1822:x}", [1]),
    MalformedQuestions("Q {#\n=1822:0\n=%200%1822:2\n}", [3]),
    MalformedQuestions("Q {#\n=1..2..3\n}", [2]),
    MalformedQuestions("Q {=a ~b\n\nR {=c ~d}", [1]),
    MalformedQuestions("// a remark\n\n::T::{=a ~b}", [3]),
    MalformedQuestions("Q {=a ~b ~c ~d ~e ~f ~g ~h ~i ~j ~k}", [1]),
    MalformedQuestions("Q {~%50%a ~%60%b ~%-50%c}", [1]),
    MalformedQuestions("سوال {=بله ~خیر}\r\n\r\nسوال دوم {=بله\r\n", [3]),
  ]
}

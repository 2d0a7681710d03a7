/// The eleven processes of the short courses, by the numbers of document 96045 (S2-0a).
public enum PortalProcess: Int, CaseIterable, Hashable, Sendable, Codable {
  case request = 1
  case programme, instructors, resources, enrolment, nonGovernmental, classes
  case effectiveness, courseFile, certificate, outsideCertificate
}

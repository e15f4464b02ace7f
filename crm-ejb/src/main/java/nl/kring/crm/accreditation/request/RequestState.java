package nl.kring.crm.accreditation.request;

/** How far a request is. A renewal is another request, which names the one it follows. */
public enum RequestState {
    DRAFT,
    REQUESTED,
    GRANTED,
    REJECTED
}

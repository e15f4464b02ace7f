package nl.kring.crm.agenda.checklist;

/** What an edition waits for that others have to say: an accreditation, or whether what is only held is really had. */
public enum RequestKind {
    ACCREDITATION,
    BOOKING
}

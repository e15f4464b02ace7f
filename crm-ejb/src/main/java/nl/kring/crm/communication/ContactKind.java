package nl.kring.crm.communication;

/** How an organisation and somebody spoke. */
public enum ContactKind {
    PHONE,
    MAIL,
    VISIT,
    OTHER
}

package nl.kring.crm.accreditation;

/** What a register counts in; one that counts nothing gives no points. */
public enum SchemeUnit {
    HOUR,
    POINT,
    NONE
}

package nl.kring.crm.accreditation.scheme;

/** How sure the rules of a version are: as their source says them, in part, as an old source said them, or by our own reckoning. */
public enum Certainty {
    SOURCED,
    PARTLY,
    SOURCED_OLD,
    OWN
}

package nl.kring.crm.peerreview;

/** What a group does: FTO, DTO, intervisie, supervisie, Balint, PaTz, spiegelgroep. */
public enum GroupKind {
    PHARMACOTHERAPY,
    DIAGNOSTIC,
    INTERVISION,
    SUPERVISION,
    BALINT,
    PALLIATIVE,
    MIRROR;

    /** Whether its hours are intervision or supervision in a register that counts those, and not peer review as such. */
    boolean isIntervision() {
        return this == INTERVISION || this == SUPERVISION;
    }
}

package nl.kring.crm.peerreview;

/** What a group does: FTO, DTO, intervisie, supervisie, Balint, PaTz, spiegelgroep. */
public enum GroupKind {
    PHARMACOTHERAPY,
    DIAGNOSTIC,
    INTERVISION,
    SUPERVISION,
    BALINT,
    PALLIATIVE,
    MIRROR
}

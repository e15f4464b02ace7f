package nl.kring.crm.registry;

/** How somebody wants the own and the partner's surname: own, partner's, partner's before own, own before partner's. */
public enum NameUsage {
    OWN,
    PARTNER,
    PARTNER_OWN,
    OWN_PARTNER
}

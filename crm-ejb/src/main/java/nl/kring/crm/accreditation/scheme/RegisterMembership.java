package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;

/** That somebody is in a register, and from when until when points are counted together. */
public record RegisterMembership(String scheme, RegistrationPeriod period) implements Serializable {}

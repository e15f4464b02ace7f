package nl.kring.crm.security;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * An account in a list.
 *
 * @param professional whether it belongs to a person of the register
 * @param roles what it may be now
 */
public record AccountLine(
        UUID uuid, String email, String displayName, boolean active, boolean professional, List<HeldRole> roles)
        implements Serializable {

    /** A role that is held, at an organisation or (null) at the platform. */
    public record HeldRole(UUID uuid, Role role, Long organisationId) implements Serializable {}
}

package nl.kring.crm.security;

import java.util.UUID;

/**
 * What was done to an account, a role or a key. The audit listens, since it stands above this component.
 *
 * @param detail further UUIDs or roles, or null; never a name or an address
 */
public record SecurityFact(String action, UUID subject, String detail) {}

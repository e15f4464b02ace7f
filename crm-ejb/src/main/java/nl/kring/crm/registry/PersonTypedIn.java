package nl.kring.crm.registry;

import java.util.UUID;

/** Somebody whom nobody compared with anybody yet was put into the register; told in the same transaction. */
public record PersonTypedIn(UUID person) {}

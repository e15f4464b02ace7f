package nl.kring.crm.security;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may be to an organisation, or to the platform. The constants are for {@code @RolesAllowed}. */
public enum Role {
    PROFESSIONAL,
    PRACTICE_MANAGER,
    TEACHER,
    STAFF,
    ORGANISATION_ADMIN,
    PLATFORM_ADMIN,
    AUDITOR;

    public static final String PROFESSIONALS = "PROFESSIONAL";
    public static final String PRACTICE_MANAGERS = "PRACTICE_MANAGER";
    public static final String STAFF_MEMBERS = "STAFF";
    public static final String ORGANISATION_ADMINS = "ORGANISATION_ADMIN";
    public static final String PLATFORM_ADMINS = "PLATFORM_ADMIN";
    public static final String AUDITORS = "AUDITOR";
    public static final String ANYONE_SIGNED_IN = "**";

    /** True for roles that are held at one organisation. */
    public boolean isOfOrganisation() {
        return EnumSet.of(PRACTICE_MANAGER, TEACHER, STAFF, ORGANISATION_ADMIN).contains(this);
    }

    /** The role and what it includes: an organisation's administrator also does the work of its staff. */
    public Set<Role> including() {
        return this == ORGANISATION_ADMIN ? EnumSet.of(ORGANISATION_ADMIN, STAFF) : EnumSet.of(this);
    }
}

package nl.kring.crm.security;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An account in one capacity: for one of its organisations, or as itself.
 *
 * @param organisationId the organisation that is acted for, null for somebody as himself or herself
 */
public record Identity(
        Long accountId,
        UUID accountUuid,
        String email,
        String displayName,
        String language,
        Long personId,
        Long organisationId,
        Set<Role> roles)
        implements Serializable {

    static final String BY_LINK = "#link";

    /** The name that the container carries from layer to layer. */
    public String principalName() {
        return accountUuid + (organisationId == null ? "" : "@" + organisationId);
    }

    /** The same of who came by a mailed link, of whom nobody asked a password. */
    public String principalNameByLink() {
        return principalName() + BY_LINK;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** True for who acts for that organisation as its staff, or looks after the whole platform. */
    public boolean worksFor(Long organisation) {
        return has(Role.PLATFORM_ADMIN)
                || has(Role.STAFF) && organisation != null && organisation.equals(organisationId);
    }

    public Set<String> roleNames() {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }
}

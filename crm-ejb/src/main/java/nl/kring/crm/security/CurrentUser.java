package nl.kring.crm.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.platform.NotAllowedException;

/** Who is calling in this request, and for which organisation; loaded once a request from the database. */
@RequestScoped
public class CurrentUser {

    @Inject
    private Instance<Principal> principal;

    @Inject
    private Identities identities;

    private String loadedName;
    private Identity loaded;

    /** Empty for anonymous visitors and for the system's own jobs. */
    public Optional<Identity> identity() {
        String name = principal.get().getName();
        if (!name.equals(loadedName)) {
            loaded = parse(name);
            loadedName = name;
        }
        return Optional.ofNullable(loaded);
    }

    /** Who was just recognised need not be read a second time in the same request. */
    void recognised(Identity identity) {
        loadedName = identity.principalName();
        loaded = identity;
    }

    private Identity parse(String name) {
        String[] parts = (name.endsWith(Identity.BY_LINK)
                        ? name.substring(0, name.length() - Identity.BY_LINK.length())
                        : name)
                .split("@", 2);
        if (parts[0].length() != 36) {
            return null; // the container's name for nobody
        }
        Long organisation = parts.length == 2 ? Long.valueOf(parts[1]) : null;
        return identities.load(UUID.fromString(parts[0]), organisation).orElse(null);
    }

    /** True when the caller came by a mailed link: whoever reads the mailbox could, so nothing lasting is given out to it. */
    public boolean cameByLink() {
        return principal != null && principal.get().getName().endsWith(Identity.BY_LINK);
    }

    public boolean has(Role role) {
        return identity().map(id -> id.has(role)).orElse(false);
    }

    public Long accountId() {
        return identity().map(Identity::accountId).orElse(null);
    }

    /** The organisation that is acted for; null for somebody as himself or herself. */
    public Long organisationId() {
        return identity().map(Identity::organisationId).orElse(null);
    }

    /** The person of the register that the account belongs to; null when it belongs to none. */
    public Long personId() {
        return identity().map(Identity::personId).orElse(null);
    }

    /** The organisation that is acted for. Refuses a caller who acts for none. */
    public Long requireOrganisation() {
        Long organisation = organisationId();
        if (organisation == null) {
            throw new NotAllowedException();
        }
        return organisation;
    }

    /** True when the caller acts for that organisation as its staff, or looks after the whole platform. */
    public boolean worksFor(Long organisation) {
        return identity().map(id -> id.worksFor(organisation)).orElse(false);
    }
}

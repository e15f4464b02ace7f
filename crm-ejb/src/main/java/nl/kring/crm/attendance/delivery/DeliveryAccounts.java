package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.DeliveryTable.rows;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The connection to PE-online: each organisation's own account, of which the key is shown to nobody, and for all the address that is
 * asked.
 */
@Stateless
public class DeliveryAccounts {

    private static final int LONGEST = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** A part of PE-online, and what a number of it looks like. */
    public record Part(int orgId, String name) implements Serializable {}

    /** The parts of PE-online. For an organisation's administrator. */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public List<Part> parts() {
        return rows(em.createNativeQuery("select org_id, name from crm.pe_organisation order by org_id", Tuple.class))
                .stream()
                .map(row -> new Part(row.get(0, Integer.class), row.get(1, String.class)))
                .toList();
    }

    /** The account of the caller's organisation, without its key. For its administrator. */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public PeAccountForm account() {
        Long own = currentUser.requireOrganisation();
        Set<Integer> contracts = rows(em.createNativeQuery(
                                "select org_id from crm.pe_contract where organisation_id = :own", Tuple.class)
                        .setParameter("own", own))
                .stream()
                .map(row -> row.get(0, Integer.class))
                .collect(Collectors.toSet());
        return rows(em.createNativeQuery("""
                                select user_number, user_key is not null, test_mode, error_mail, refused_at is not null
                                  from crm.pe_account where organisation_id = :own""", Tuple.class).setParameter("own", own)).stream()
                .findFirst()
                .map(row -> new PeAccountForm(
                        row.get(0, String.class),
                        null,
                        row.get(1, Boolean.class),
                        row.get(2, Boolean.class),
                        row.get(3, String.class),
                        contracts,
                        row.get(4, Boolean.class)))
                .orElse(new PeAccountForm(null, null, false, true, null, contracts, false));
    }

    /**
     * Keeps the account of the caller's organisation; without a new key the old one stays. For its administrator.
     *
     * @throws InvalidInputException a value cannot be, or the server has nothing to seal a key with
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void keep(PeAccountForm form) {
        Long own = currentUser.requireOrganisation();
        String number = TypedText.readable(form.userNumber(), LONGEST);
        if (number == null) {
            throw new InvalidInputException("delivery-user");
        }
        String key = TypedText.readable(form.userKey(), LONGEST);
        String mail = TypedText.readable(form.errorMail(), LONGEST);
        if (mail != null && !mail.matches("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+")) {
            throw new InvalidInputException("delivery-mail");
        }
        em.createNativeQuery("""
                        insert into crm.pe_account as known (organisation_id, user_number, user_key, test_mode, error_mail, changed_at,
                                                             account_id)
                        values (:own, :number, cast(:key as bytea), :trial, :mail, :now, cast(:account as bigint))
                        on conflict (organisation_id) do update
                           set user_number = excluded.user_number, user_key = coalesce(excluded.user_key, known.user_key),
                               test_mode = excluded.test_mode, error_mail = excluded.error_mail,
                               refused_at = case when excluded.user_key is null and excluded.user_number = known.user_number
                                                 then known.refused_at end,
                               changed_at = excluded.changed_at, account_id = excluded.account_id""")
                .setParameter("own", own)
                .setParameter("number", number)
                .setParameter("key", key == null ? null : KeySeal.seal(key, own))
                .setParameter("trial", form.testMode())
                .setParameter("mail", mail)
                .setParameter("now", clock.instant())
                .setParameter("account", currentUser.accountId())
                .executeUpdate();
        em.createNativeQuery("delete from crm.pe_contract where organisation_id = :own")
                .setParameter("own", own)
                .executeUpdate();
        em.createNativeQuery("""
                        insert into crm.pe_contract (organisation_id, org_id)
                        select :own, o.org_id from crm.pe_organisation o where o.org_id = any (:contracts)""")
                .setParameter("own", own)
                .setParameter("contracts", form.contracts().toArray(Integer[]::new))
                .executeUpdate();
        audit.record("delivery.account-kept", null, form.testMode() ? "trial" : "live");
    }

    /**
     * The address that is asked, or the one that the manual gives when none was chosen: nothing is sent until one is. For the
     * platform's administrator.
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Address address() {
        return rows(em.createNativeQuery("select address from crm.pe_service", Tuple.class)).stream()
                .findFirst()
                .map(row -> new Address(row.get(0, String.class), true))
                .orElse(new Address(PeAddress.DOCUMENTED, false));
    }

    /** Where questions go. */
    public record Address(String text, boolean chosen) implements Serializable {}

    /**
     * Chooses the address that is asked; nothing stops all sending. For the platform's administrator.
     *
     * @throws InvalidInputException it is not https, or at a host that the settings of the server do not name
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void choose(String typed) {
        String before = host(address());
        em.createNativeQuery("delete from crm.pe_service").executeUpdate();
        if (typed != null && !typed.isBlank()) {
            URI address = PeAddress.checked(typed);
            em.createNativeQuery("""
                            insert into crm.pe_service (address, changed_at, account_id)
                            values (:address, :now, cast(:account as bigint))""")
                    .setParameter("address", address.toString())
                    .setParameter("now", clock.instant())
                    .setParameter("account", currentUser.accountId())
                    .executeUpdate();
        }
        audit.record("delivery.address-chosen", null, "host " + before + " -> " + host(address()));
    }

    private static String host(Address address) {
        return address.chosen() ? PeAddress.hostOf(address.text()).orElse("none") : "none";
    }
}

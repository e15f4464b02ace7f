package nl.kring.crm.attendance.credit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Points that were kept elsewhere before this product was used, taken over as they stood. */
@Stateless
public class ImportedCredits {

    private static final int LONGEST = 200;
    private static final BigDecimal MOST = new BigDecimal("999.9");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * Takes points over, in one statement; those that were taken over before, by their key, stay as they are. For the platform's
     * administrator.
     *
     * @return how many are new
     * @throws InvalidInputException one of them cannot be: the number of its row is named, and none is taken over
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public int take(List<ImportedCredit> credits) {
        for (int i = 0; i < credits.size(); i++) {
            check(credits.get(i), i + 1);
        }
        int known = ((Number) em.createNativeQuery("""
                        select count(*) from unnest(cast(:persons as uuid[]), cast(:schemes as text[])) as c (person, scheme)
                          join crm.person p on p.uuid = c.person
                          join crm.scheme s on s.code = c.scheme and s.usual_category is not null""")
                        .setParameter("persons", each(credits, ImportedCredit::person, UUID[]::new))
                        .setParameter("schemes", each(credits, ImportedCredit::scheme, String[]::new))
                        .getSingleResult())
                .intValue();
        if (known != credits.size()) {
            throw new InvalidInputException("credit-import-unknown", credits.size() - known);
        }
        int taken = em.createNativeQuery("""
                        insert into crm.credit_entry (person_id, scheme_code, register_number, source, category, points, earned_on,
                                                      title, organiser, import_key, entered_at, account_id)
                        select p.id, s.code, case when s.person_identifier = 'BIG' then p.big end, 'IMPORT',
                               coalesce(c.category, s.usual_category), c.points, c.day, c.title, c.organiser, c.key, :now,
                               cast(:account as bigint)
                          from unnest(cast(:keys as text[]), cast(:persons as uuid[]), cast(:schemes as text[]),
                                      cast(:categories as text[]), cast(:points as numeric[]), cast(:days as date[]),
                                      cast(:titles as text[]), cast(:organisers as text[]))
                               as c (key, person, scheme, category, points, day, title, organiser)
                          join crm.person p on p.uuid = c.person
                          join crm.scheme s on s.code = c.scheme
                            on conflict (import_key) where import_key is not null and corrects_id is null do nothing""")
                .setParameter("now", clock.instant())
                .setParameter("account", currentUser.accountId())
                .setParameter("keys", each(credits, ImportedCredit::key, String[]::new))
                .setParameter("persons", each(credits, ImportedCredit::person, UUID[]::new))
                .setParameter("schemes", each(credits, ImportedCredit::scheme, String[]::new))
                .setParameter("categories", each(credits, ImportedCredit::category, String[]::new))
                .setParameter("points", each(credits, credit -> credit.points().toPlainString(), String[]::new))
                .setParameter("days", each(credits, credit -> credit.day().toString(), String[]::new))
                .setParameter("titles", each(credits, credit -> TypedText.line(credit.title(), LONGEST), String[]::new))
                .setParameter(
                        "organisers",
                        each(credits, credit -> TypedText.line(credit.organiser(), LONGEST), String[]::new))
                .executeUpdate();
        audit.record("credit.imported", null, taken + " of " + credits.size());
        return taken;
    }

    private static void check(ImportedCredit credit, int row) {
        boolean possible = credit.key() != null
                && !credit.key().isBlank()
                && credit.key().length() <= LONGEST
                && credit.person() != null
                && credit.scheme() != null
                && credit.day() != null
                && TypedText.line(credit.title(), LONGEST) != null
                && credit.points() != null
                && credit.points().signum() > 0
                && credit.points().compareTo(MOST) <= 0
                && credit.points().stripTrailingZeros().scale() <= 1;
        if (!possible) {
            throw new InvalidInputException("credit-import-row", row);
        }
    }

    private static <T> T[] each(
            List<ImportedCredit> credits, Function<ImportedCredit, T> part, IntFunction<T[]> array) {
        return credits.stream().map(part).toArray(array);
    }
}

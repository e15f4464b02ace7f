package nl.kring.crm.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.kring.crm.accreditation.scheme.Judgement;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.Role;

/** Whom other rules of a register would concern: numbers, never names. */
@Stateless
public class RuleEffects {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Schemes schemes;

    /**
     * @param professionals persons of the register of persons whose profession is that of the quality register
     * @param judged those who said their period, when it is one that the version judges
     * @param relieved of these, who get its lighter demands
     * @param differing of these, for whom something is asked or counted that is not now
     * @param easier of these, who have all points with it and not without it, by what was earned here and as far as that is known
     * @param harder the other way round
     */
    public record Effects(long professionals, int judged, int relieved, int differing, int easier, int harder)
            implements Serializable {}

    /**
     * What a version would do, in a few queries however many there are. For the platform's administrator.
     *
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Effects of(SchemeRules wanted) {
        List<SchemeRules> before = schemes.versions(List.of(wanted.scheme())).getOrDefault(wanted.scheme(), List.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
        int[] counts = new int[5];
        new Standings(em).each(wanted.scheme(), wanted.validFrom(), wanted.validTo(), (period, lines) -> {
            Judgement after = wanted.judge(period, today, lines);
            counts[0]++;
            counts[1] += after.relief() == null ? 0 : 1;
            Judgement now = before.stream()
                    .filter(rules -> rules.judges(period))
                    .findFirst()
                    .map(rules -> rules.judge(period, today, lines))
                    .orElse(null);
            counts[2] += now != null && now.results().equals(after.results()) ? 0 : 1;
            boolean met = now != null && now.isMet();
            counts[3] += !met && after.isMet() ? 1 : 0;
            counts[4] += met && !after.isMet() ? 1 : 0;
        });
        return new Effects(professionals(wanted.scheme()), counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    /** Whom a register that is not there yet would concern: nobody has a period in it. For the platform's administrator. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Effects ofNew(Set<Profession> professions) {
        long professionals = (Long) em.createNativeQuery("""
                        select count(*) from crm.person p
                         where p.merged_into_id is null and p.profession = any (cast(:professions as text[]))""", Long.class)
                .setParameter(
                        "professions", professions.stream().map(Enum::name).toArray(String[]::new))
                .getSingleResult();
        return new Effects(professionals, 0, 0, 0, 0, 0);
    }

    private long professionals(String scheme) {
        return (Long) em.createNativeQuery("""
                        select count(*) from crm.person p
                          join crm.scheme_profession f on f.profession = p.profession and f.scheme_code = :scheme
                         where p.merged_into_id is null""", Long.class)
                .setParameter("scheme", scheme)
                .getSingleResult();
    }
}

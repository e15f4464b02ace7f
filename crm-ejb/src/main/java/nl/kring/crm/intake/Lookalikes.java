package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Shares;
import nl.kring.crm.intake.matching.Verdict;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.provenance.KnownRecord;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.security.Role;
import org.hibernate.Session;

/** Whether somebody who is typed in is in the register already, by the same matching as an import. */
@Stateless
public class Lookalikes {

    private static final int MOST = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SourceRecords records;

    @Inject
    private Persons persons;

    /**
     * Who may be meant, the likeliest first. For staff of any participant and the platform's administrator, who may see
     * everybody's name and workplace; refuses nothing, what cannot be read is left out.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Lookalike> find(Newcomer typed) {
        List<Map.Entry<Long, Verdict>> likeliest = verdicts(typed).entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Verdict> each) ->
                                -each.getValue().bits())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .toList();
        if (likeliest.isEmpty()) {
            return List.of();
        }
        Map<Long, Object[]> shown =
                shown(likeliest.stream().map(Map.Entry::getKey).toList());
        return likeliest.stream()
                .map(each -> line(shown.get(each.getKey()), each.getValue()))
                .toList();
    }

    /**
     * Adds somebody who is new, all the same; those who may be the same person after all are left to people. For the callers
     * and with the refusals of {@link Persons#addByHand}.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID add(NewPerson person, Newcomer typed) {
        Map<Long, Verdict> found = verdicts(typed);
        UUID added = persons.addByHand(person);
        leaveToPeople(added, found);
        return added;
    }

    /**
     * Compares somebody who typed himself or herself in with everybody else; those who may be the same person are left to
     * people. For the job that does it.
     */
    @PermitAll
    public void compare(UUID typedIn) {
        List<Long> ids = em.createQuery(
                        "select p.id from Person p where p.uuid = :uuid and p.mergedIntoId is null", Long.class)
                .setParameter("uuid", typedIn)
                .getResultList();
        if (ids.isEmpty()) {
            return; // somebody was faster
        }
        for (KnownRecord said : records.knownOf(ids)) {
            leaveToPeople(typedIn, verdicts(Claims.of(said), ids.get(0)));
        }
    }

    private void leaveToPeople(UUID added, Map<Long, Verdict> found) {
        if (found.isEmpty()) {
            return;
        }
        em.flush();
        Long fresh = em.createQuery("select p.id from Person p where p.uuid = :uuid", Long.class)
                .setParameter("uuid", added)
                .getSingleResult();
        List<DoubtTable.Found> doubts = found.entrySet().stream()
                .map(each -> new DoubtTable.Found(fresh, each.getKey(), each.getValue()))
                .toList();
        String model = matching().version();
        em.unwrap(Session.class)
                .doWork(connection -> new DoubtTable(connection).write(doubts, model, null, clock.instant()));
    }

    Map<Long, Verdict> verdicts(Newcomer typed) {
        return verdicts(typed.claim(LocalDate.now(clock)), null);
    }

    /**
     * Who may be meant.
     *
     * @param self the number of whom it is said, when he or she is in the register already; else null
     */
    private Map<Long, Verdict> verdicts(Claim fresh, Long self) {
        em.flush();
        em.unwrap(Session.class).doWork(Lookalikes::keepPlans);
        Matching matching = matching();
        Set<Long> candidates = new HashSet<>(reading(connection -> new CandidateTable(connection).find(fresh)));
        candidates.remove(self);
        if (candidates.isEmpty()) {
            return Map.of();
        }
        List<Claim> known = records.knownOf(candidates).stream().map(Claims::of).toList();
        Set<String> codes = Stream.concat(Stream.of(fresh), known.stream())
                .map(Claim::agb)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Shares shares = reading(connection -> new ShareTable(connection).read(matching.valuesOf(fresh), codes));
        return matching.meet(fresh, known, shares);
    }

    /** Planning for each name anew takes several times as long as answering. */
    private static void keepPlans(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local plan_cache_mode = force_generic_plan");
        }
    }

    private Matching matching() {
        return new Matching(new ModelTable(em).inUse());
    }

    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> query) {
        return em.unwrap(Session.class).doReturningWork(query::of);
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Object[]> shown(Collection<Long> ids) {
        List<Object[]> rows = em.createNativeQuery("""
                        select p.id, p.uuid, p.display_name, w.name, w.place
                          from crm.person p
                          left join lateral (select x.name, x.place from crm.workplace_period x
                                              where x.person_id = p.id and x.kind = 'PRACTICE' and x.valid_to is null
                                              order by x.main desc, x.name limit 1) w on true
                         where p.id = any (cast(:ids as bigint[]))""")
                .setParameter("ids", ids.toArray(Long[]::new))
                .getResultList();
        Map<Long, Object[]> shown = new HashMap<>();
        rows.forEach(row -> shown.put(((Number) row[0]).longValue(), row));
        return shown;
    }

    private static Lookalike line(Object[] shown, Verdict verdict) {
        return new Lookalike(
                (UUID) shown[1],
                (String) shown[2],
                (String) shown[3],
                (String) shown[4],
                verdict.sure(),
                verdict.agreeing(),
                verdict.resembling(),
                verdict.differing());
    }
}

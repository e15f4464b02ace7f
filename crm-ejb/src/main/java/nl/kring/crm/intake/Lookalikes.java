package nl.kring.crm.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
        Map<Long, Verdict> found = verdicts(typed);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, Object[]> shown = shown(found.keySet());
        return found.entrySet().stream()
                .filter(each -> shown.containsKey(each.getKey()))
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Verdict> each) ->
                                -each.getValue().bits())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
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
        if (!found.isEmpty()) {
            em.flush();
            Map<Long, UUID> uuids = records.uuidsOf(found.keySet());
            Claim fresh = byUuid(added);
            List<Placement.Doubt> doubts = found.entrySet().stream()
                    .map(each -> new Placement.Doubt(fresh, byUuid(uuids.get(each.getKey())), each.getValue()))
                    .toList();
            String model = matching().version();
            em.unwrap(Session.class)
                    .doWork(connection -> new DoubtTable(connection).write(doubts, model, null, clock.instant()));
        }
        return added;
    }

    Map<Long, Verdict> verdicts(Newcomer typed) {
        Claim fresh = typed.claim(LocalDate.now(clock));
        em.flush();
        Matching matching = matching();
        Set<Long> candidates = reading(connection -> new CandidateTable(connection).find(fresh));
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

    private Matching matching() {
        return new Matching(new ModelTable(em).inUse());
    }

    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> query) {
        return em.unwrap(Session.class).doReturningWork(query::of);
    }

    /** A person as the doubts of imports name who was typed in by hand. */
    private static Claim byUuid(UUID person) {
        return Claim.known(person.toString());
    }

    private Map<Long, Object[]> shown(Collection<Long> ids) {
        List<?> rows = em.createNativeQuery("""
                        select p.id, p.uuid, p.display_name, w.name, w.place
                          from crm.person p
                          left join lateral (select x.name, x.place from crm.workplace_period x
                                              where x.person_id = p.id and x.kind = 'PRACTICE' and x.valid_to is null
                                              order by x.main desc, x.name limit 1) w on true
                         where p.id in (:ids) and p.merged_into_id is null""").setParameter("ids", ids).getResultList();
        Map<Long, Object[]> shown = new HashMap<>();
        new ArrayList<>(rows).forEach(row -> shown.put(((Number) ((Object[]) row)[0]).longValue(), (Object[]) row));
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

package nl.kring.crm.registry.lists;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.registry.PhoneDigits;
import nl.kring.crm.registry.organisation.OrganisationKind;

/** Organisations by what was typed, as {@link PersonFinder} does it. */
class OrganisationFinder {

    private static final int CAP = 300;
    private static final int FEW = 3;

    private final EntityManager em;

    OrganisationFinder(EntityManager em) {
        this.em = em;
    }

    List<OrganisationHit> byWords(TypedWords typed, int most) {
        List<OrganisationHit> exact = found(typed, typed.exactly(), most);
        return exact.size() < FEW ? found(typed, typed.nearly(), most) : exact;
    }

    private List<OrganisationHit> found(TypedWords typed, String query, int most) {
        return rows(query).stream()
                .flatMap(row -> Relevance.of(typed, candidate(row)).stream())
                .sorted(Relevance.Match.bestFirst())
                .limit(most)
                .map(match -> because(match.hit(), match.reasons()))
                .toList();
    }

    List<OrganisationHit> byNumber(String typed, int most) {
        List<String> readings = PhoneDigits.readings(typed);
        return rows(readings.stream().map(each -> "'" + each + "':*").collect(Collectors.joining(" | "))).stream()
                .limit(most)
                .map(row -> because(hit(row), List.of(number(row, readings))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query) {
        return query.isEmpty()
                ? List.of()
                : em.createNativeQuery("""
                        select o.uuid, o.name, o.kind, o.place, o.agb, o.phone, o.code, o.search_text, o.sort_name, o.id
                          from crm.organisation o
                         where o.merged_into_id is null and o.words @@ cast(:words as tsquery) limit %d""".formatted(CAP))
                        .setParameter("words", query)
                        .getResultList();
    }

    private static Candidate<OrganisationHit> candidate(Object[] row) {
        return Candidate.of(hit(row), (String) row[8] + row[9])
                .part(Why.NAME, (String) row[1])
                .part(Why.NAME, (String) row[6])
                .part(Why.PLACE, (String) row[3])
                .part(Why.AGB, (String) row[4])
                .rest((String) row[7])
                .build();
    }

    private static OrganisationHit hit(Object[] row) {
        return new OrganisationHit(
                (UUID) row[0], (String) row[1], OrganisationKind.valueOf((String) row[2]), (String) row[3], List.of());
    }

    private static OrganisationHit because(OrganisationHit hit, List<Reason> reasons) {
        return new OrganisationHit(hit.uuid(), hit.name(), hit.kind(), hit.place(), reasons);
    }

    private static Reason number(Object[] row, List<String> readings) {
        String agb = (String) row[4];
        String phone = row[5] == null ? null : PhoneDigits.of((String) row[5]);
        for (String reading : readings) {
            if (agb != null && agb.startsWith(reading)) {
                return new Reason(Why.AGB, agb, false);
            }
            if (phone != null && phone.startsWith(reading)) {
                return new Reason(Why.PHONE, phone, false);
            }
        }
        return new Reason(Why.NUMBER, readings.get(0), false);
    }
}

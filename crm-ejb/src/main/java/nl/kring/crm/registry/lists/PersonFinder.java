package nl.kring.crm.registry.lists;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.PhoneDigits;
import nl.kring.crm.registry.Profession;

/**
 * Persons by what was typed. The index names candidates, at most some hundreds; what fits best is decided among those.
 * First the surnames that begin so, then who has all the words, and only when these are few who has them but for a slip.
 */
class PersonFinder {

    private static final int CAP = 300;
    private static final int BEGINNINGS = 40;
    private static final int FEW = 5;

    /** Beyond every letter. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String ROW = """
            select p.id, p.uuid, p.display_name, p.profession, p.workplace, p.workplace_place,
                   p.birth_name, p.partner_name, p.name_usage, p.initials, p.given_name, p.big, p.agb, p.phone, p.search_text, p.name_key
              from crm.person p\s""";

    private final EntityManager em;
    private final Long own;

    /** @param own the caller's organisation, whose private numbers are looked through too; null for none */
    PersonFinder(EntityManager em, Long own) {
        this.em = em;
        this.own = own;
    }

    List<PersonHit> byWords(TypedWords typed, int most) {
        Map<Long, Candidate<PersonHit>> candidates = new LinkedHashMap<>();
        if (typed.only() != null) {
            add(candidates, rows(ROW + """
                    where p.merged_into_id is null and p.name_key >= :from and p.name_key < :to
                    order by p.name_key, p.id""", Map.of("from", typed.only(), "to", typed.only() + LAST), BEGINNINGS));
        }
        if (candidates.size() < BEGINNINGS) {
            add(candidates, indexed(typed.exactly()));
        }
        List<Relevance.Match<PersonHit>> matches = matches(typed, candidates.values());
        if (matches.size() < FEW) {
            add(candidates, indexed(typed.nearly()));
            matches = matches(typed, candidates.values());
        }
        return named(matches.stream().limit(most).map(PersonFinder::explained).toList());
    }

    List<PersonHit> byNumber(String typed, int most) {
        List<String> readings = PhoneDigits.readings(typed);
        Map<UUID, PersonHit> found = new LinkedHashMap<>();
        for (Object[] row : ofOwnNumbers(readings)) {
            PersonHit hit = hit(row);
            Reason own = new Reason(Why.OWN_PHONE, readings.get(0), false);
            found.put(hit.uuid(), because(hit, isExact(row, readings) ? number(row, readings) : own));
        }
        String query = readings.stream().map(each -> "'" + each + "':*").collect(Collectors.joining(" | "));
        List<Object[]> rows = new ArrayList<>(indexed(query));
        rows.sort((one, other) -> Boolean.compare(isExact(other, readings), isExact(one, readings)));
        for (Object[] row : rows) {
            PersonHit hit = hit(row);
            found.putIfAbsent(hit.uuid(), because(hit, number(row, readings)));
        }
        return found.values().stream().limit(most).toList();
    }

    private List<Object[]> indexed(String query) {
        return query.isEmpty()
                ? List.of()
                : rows(
                        ROW + "join crm.person_words n on n.person_id = p.id"
                                + " where p.merged_into_id is null and n.words @@ cast(:words as tsquery)",
                        Map.of("words", query),
                        CAP);
    }

    /** Numbers that the caller's organisation keeps to itself; those of others are not even looked at. */
    private List<Object[]> ofOwnNumbers(List<String> readings) {
        List<String> phones = readings.stream()
                .filter(each -> each.matches("0[1-9]\\d{8}"))
                .map(each -> "+31" + each.substring(1))
                .toList();
        if (own == null || phones.isEmpty()) {
            return List.of();
        }
        return rows(ROW + """
                where p.merged_into_id is null and p.id in (
                   select r.person_id from crm.source_record r where r.organisation_id = :own and r.phone in (:phones)
                    union
                   select r.person_id from crm.source_record r where r.organisation_id = :own and r.mobile in (:phones)
                    union
                   select s.person_id from crm.statement s
                    where s.organisation_id = :own and s.value in (:phones) and s.field in ('phone', 'mobile')
                      and s.withdrawn_at is null)""", Map.of("own", own, "phones", phones), CAP);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Map<String, Object> values, int most) {
        var query = em.createNativeQuery(sql + " limit " + most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void add(Map<Long, Candidate<PersonHit>> candidates, List<Object[]> rows) {
        for (Object[] row : rows) {
            candidates.computeIfAbsent(((Number) row[0]).longValue(), id -> candidate(row));
        }
    }

    private static List<Relevance.Match<PersonHit>> matches(
            TypedWords typed, Collection<Candidate<PersonHit>> candidates) {
        return candidates.stream()
                .flatMap(candidate -> Relevance.of(typed, candidate).stream())
                .sorted(Relevance.Match.bestFirst())
                .toList();
    }

    private static Candidate<PersonHit> candidate(Object[] row) {
        return Candidate.of(hit(row), (String) row[15] + row[0])
                .part(Why.NAME, (String) row[6])
                .part(Why.NAME, (String) row[7])
                .initials((String) row[9])
                .part(Why.GIVEN_NAME, (String) row[10])
                .part(Why.PRACTICE, (String) row[4])
                .part(Why.PLACE, (String) row[5])
                .part(Why.BIG, (String) row[11])
                .part(Why.AGB, (String) row[12])
                .rest((String) row[14])
                .build();
    }

    private static PersonHit hit(Object[] row) {
        return new PersonHit(
                (UUID) row[1],
                (String) row[2],
                row[3] == null ? null : Profession.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                List.of());
    }

    private static PersonHit because(PersonHit hit, Reason reason) {
        return new PersonHit(
                hit.uuid(), hit.displayName(), hit.profession(), hit.workplace(), hit.place(), List.of(reason));
    }

    private static PersonHit explained(Relevance.Match<PersonHit> match) {
        PersonHit hit = match.hit();
        return new PersonHit(
                hit.uuid(), hit.displayName(), hit.profession(), hit.workplace(), hit.place(), match.reasons());
    }

    private static boolean isExact(Object[] row, List<String> readings) {
        return readings.stream().anyMatch(reading -> ((String) row[14]).contains(" " + reading + " "));
    }

    private static Reason number(Object[] row, List<String> readings) {
        for (String reading : readings) {
            if (begins(row[11], reading)) {
                return new Reason(Why.BIG, (String) row[11], false);
            }
            if (begins(row[12], reading)) {
                return new Reason(Why.AGB, (String) row[12], false);
            }
            if (row[13] != null && PhoneDigits.of((String) row[13]).startsWith(reading)) {
                return new Reason(Why.PHONE, PhoneDigits.of((String) row[13]), false);
            }
        }
        for (String word : ((String) row[14]).strip().split(" ")) {
            if (readings.stream().anyMatch(word::startsWith)) {
                return new Reason(PhoneDigits.isPhone(word) ? Why.PHONE : Why.NUMBER, word, false);
            }
        }
        return new Reason(Why.NUMBER, readings.get(0), false);
    }

    private static boolean begins(Object number, String reading) {
        return number != null && ((String) number).startsWith(reading);
    }

    /** The index knows other names in one writing; people read them as somebody wrote them. */
    private List<PersonHit> named(List<PersonHit> hits) {
        List<UUID> unclear = hits.stream()
                .filter(hit -> hit.reasons().stream().anyMatch(reason -> reason.why() == Why.OTHER_NAME))
                .map(PersonHit::uuid)
                .toList();
        if (unclear.isEmpty()) {
            return hits;
        }
        Map<UUID, List<String>> written = new HashMap<>();
        List<?> said =
                em.createNativeQuery("""
                        select distinct p.uuid, s.value from crm.said s join crm.person p on p.id = s.person_id
                         where p.uuid in (:unclear) and not s.private
                           and s.field in ('birthName', 'partnerName', 'givenName')""").setParameter("unclear", unclear).getResultList();
        for (Object each : said) {
            Object[] row = (Object[]) each;
            written.computeIfAbsent((UUID) row[0], uuid -> new ArrayList<>()).add((String) row[1]);
        }
        return hits.stream()
                .map(hit -> new PersonHit(
                        hit.uuid(),
                        hit.displayName(),
                        hit.profession(),
                        hit.workplace(),
                        hit.place(),
                        hit.reasons().stream()
                                .map(reason -> asWritten(reason, written.getOrDefault(hit.uuid(), List.of())))
                                .toList()))
                .toList();
    }

    private static Reason asWritten(Reason reason, List<String> written) {
        return reason.why() != Why.OTHER_NAME
                ? reason
                : written.stream()
                        .filter(name -> (" " + Folding.fold(name) + " ").contains(" " + reason.text() + " "))
                        .findFirst()
                        .map(name -> new Reason(Why.OTHER_NAME, name, reason.slip()))
                        .orElse(reason);
    }
}

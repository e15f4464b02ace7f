package nl.kring.crm.accreditation.scheme;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers that are added, in the database. */
class NewSchemeTable {

    /** What most bodies ask; the administrator changes it where this one asks something else. */
    private static final String USUAL_TERMS = """
            insert into crm.accreditation_terms (scheme_code, lead_days, attendance_days, validity_months) values (:code, 28, 28, 12)""";

    private final EntityManager em;

    NewSchemeTable(EntityManager em) {
        this.em = em;
    }

    /** Puts it behind the others, to be asked for points as they are; false when there is one with that code. */
    boolean write(NewScheme scheme, String usualCategory) {
        int written = em.createNativeQuery("""
                        insert into crm.scheme (code, name, unit, position, pe_org_id, person_identifier, usual_category)
                        select :code, :name, :unit, coalesce(max(s.position), 0) + 1, cast(:pe as integer), :numbers,
                               cast(:usual as text)
                          from crm.scheme s
                        on conflict (code) do nothing""")
                .setParameter("code", scheme.code())
                .setParameter("name", scheme.name())
                .setParameter("unit", scheme.unit().name())
                .setParameter("pe", scheme.peOrganisation())
                .setParameter("numbers", scheme.numbers().name())
                .setParameter("usual", usualCategory)
                .executeUpdate();
        if (written == 0) {
            return false;
        }
        em.createNativeQuery("""
                        insert into crm.scheme_profession (scheme_code, profession)
                        select :code, p from unnest(cast(:professions as text[])) as p""")
                .setParameter("code", scheme.code())
                .setParameter(
                        "professions",
                        scheme.professions().stream().map(Enum::name).toArray(String[]::new))
                .executeUpdate();
        if (scheme.countsPoints()) {
            em.createNativeQuery(USUAL_TERMS)
                    .setParameter("code", scheme.code())
                    .executeUpdate();
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    Map<Integer, String> peOrganisations() {
        List<Tuple> rows = em.createNativeQuery(
                        "select o.org_id, o.name from crm.pe_organisation o order by o.org_id", Tuple.class)
                .getResultList();
        Map<Integer, String> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(row.get(0, Integer.class), row.get(1, String.class)));
        return found;
    }
}

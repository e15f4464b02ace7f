package nl.kring.crm.dossier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.kring.crm.accreditation.scheme.CreditLine;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;

/**
 * Everybody's points in a register, one person after the other, without ever having more than one in memory. The database adds up
 * what the rules cannot tell apart (one category in one year of the period), so that the same rules judge many and one.
 */
class Standings {

    private static final String ALL = """
            select m.id, cast(m.starts_on as text), cast(m.ends_on as text), m.subregisters, k.category, sum(k.points) as points,
                   cast(min(k.earned_on) as text) as day
              from crm.register_membership m
              left join crm.credit_entry k on k.person_id = m.person_id and k.scheme_code = m.scheme_code
                                          and k.earned_on between m.starts_on and m.ends_on
             where m.scheme_code = :scheme
               and (cast(:first as date) is null or m.ends_on >= :first) and (cast(:last as date) is null or m.ends_on <= :last)
             group by m.id, m.starts_on, m.ends_on, m.subregisters, k.category,
                      extract(year from age(k.earned_on, m.starts_on))
             order by m.id""";

    private final EntityManager em;

    Standings(EntityManager em) {
        this.em = em;
    }

    /** Who has a period in that register that ends between two days, each null for open. */
    @SuppressWarnings("unchecked")
    void each(String scheme, LocalDate first, LocalDate last, BiConsumer<RegistrationPeriod, List<CreditLine>> judge) {
        Long[] who = {null};
        RegistrationPeriod[] period = {null};
        List<CreditLine> lines = new ArrayList<>();
        try (Stream<Tuple> rows = em.createNativeQuery(ALL, Tuple.class)
                .setParameter("scheme", scheme)
                .setParameter("first", first)
                .setParameter("last", last)
                .setHint("org.hibernate.fetchSize", 2_000)
                .getResultStream()) {
            rows.forEach(row -> {
                Long membership = row.get(0, Long.class);
                if (!membership.equals(who[0])) {
                    if (who[0] != null) {
                        judge.accept(period[0], List.copyOf(lines));
                    }
                    lines.clear();
                    who[0] = membership;
                    period[0] = new RegistrationPeriod(
                            LocalDate.parse(row.get(1, String.class)),
                            LocalDate.parse(row.get(2, String.class)),
                            row.get(3, Integer.class));
                }
                BigDecimal points = row.get(5, BigDecimal.class);
                if (points != null && points.signum() > 0) {
                    lines.add(CreditLine.of(
                            null, LocalDate.parse(row.get(6, String.class)), row.get(4, String.class), points));
                }
            });
        }
        if (who[0] != null) {
            judge.accept(period[0], List.copyOf(lines));
        }
    }
}

package nl.kring.crm.peerreview;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;

/** Who was at the meetings of an organisation's groups, in one question. */
class PresenceTable {

    private static final String LINES = """
            select g.name as group_name, g.kind, cast(t.held_on as text) as held_on, t.subject, t.minutes as length,
                   (select count(distinct m.person_id) from crm.peer_review_member m
                     where m.group_id = t.group_id and m.role = 'MEMBER' and m.valid_from <= t.held_on
                       and (m.valid_to is null or m.valid_to >= t.held_on)) as members,
                   p.display_name, p.big, e.minutes
              from crm.peer_review_group g
              join crm.peer_review_meeting t on t.group_id = g.id
              left join (select s.meeting_id, s.person_id, max(s.minutes) as minutes
                           from crm.peer_review_presence s group by s.meeting_id, s.person_id) as e on e.meeting_id = t.id
              left join crm.person p on p.id = e.person_id
             where g.organisation_id = :organisation and t.withdrawn_at is null and t.held_on between :first and :last
             order by g.name, g.id, t.held_on, t.id, p.sort_name, p.id""";

    private final EntityManager em;

    PresenceTable(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("unchecked")
    List<PresenceLine> of(Long organisation, int year, GroupNorm norm) {
        List<Tuple> rows = em.createNativeQuery(LINES, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList();
        return rows.stream().map(row -> line(row, norm)).toList();
    }

    private static PresenceLine line(Tuple row, GroupNorm norm) {
        int length = row.get("length", Integer.class);
        Number there = row.get("minutes", Number.class);
        return new PresenceLine(
                row.get("group_name", String.class),
                GroupKind.valueOf(row.get("kind", String.class)),
                GroupTable.day(row.get("held_on", String.class)),
                row.get("subject", String.class),
                length,
                norm.counts(new GroupNorm.Counted(
                        length, row.get("members", Number.class).intValue())),
                row.get("display_name", String.class),
                row.get("big", String.class),
                there == null ? null : there.intValue());
    }
}

package nl.kring.crm.peerreview;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Groups, members and meetings as they are read; a fixed number of questions, however many groups there are. */
class GroupTable {

    static final String OWN = "g.organisation_id = :who";
    static final String MINE = """
            exists (select 1 from crm.peer_review_member m
                     where m.group_id = g.id and m.person_id = :who and m.valid_from <= :today
                       and (m.valid_to is null or m.valid_to >= :today))""";

    private static final String GROUPS = """
            select g.id, g.uuid, g.kind, g.name, cast(g.begins_on as text) as begins_on, cast(g.ends_on as text) as ends_on, x.members,
                   x.consultants, x.names, p.id is not null as planned
              from crm.peer_review_group g
              left join crm.peer_review_plan p on p.group_id = g.id and p.year = :year
             cross join lateral (
                   select count(distinct m.person_id) filter (where m.role = 'MEMBER') as members,
                          count(distinct m.person_id) filter (where m.role = 'CONSULTANT') as consultants,
                          string_agg(distinct q.display_name, ', ') filter (where m.role = 'CONSULTANT') as names
                     from crm.peer_review_member m join crm.person q on q.id = m.person_id
                    where m.group_id = g.id and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)) x
             where %s and g.begins_on <= :last and (g.ends_on is null or g.ends_on >= :first)
             order by g.name, g.id""";

    private static final String COUNTED = """
            select t.group_id, t.minutes,
                   (select count(distinct m.person_id) from crm.peer_review_member m
                     where m.group_id = t.group_id and m.role = 'MEMBER' and m.valid_from <= t.held_on
                       and (m.valid_to is null or m.valid_to >= t.held_on)) as members
              from crm.peer_review_meeting t
             where t.group_id = any (:groups) and t.withdrawn_at is null and t.held_on between :first and :last""";

    private static final String MEMBERS = """
            select m.uuid, p.uuid as person, p.display_name, m.role, cast(m.valid_from as text) as valid_from,
                   cast(m.valid_to as text) as valid_to
              from crm.peer_review_member m join crm.person p on p.id = m.person_id
             where m.group_id = :group order by m.role desc, p.sort_name, m.valid_from, m.id""";

    private static final String MEETINGS = """
            select t.id, t.uuid, t.version, cast(t.held_on as text) as held_on, t.minutes, t.subject, t.report,
                   (select count(distinct m.person_id) from crm.peer_review_member m
                     where m.group_id = t.group_id and m.role = 'MEMBER' and m.valid_from <= t.held_on
                       and (m.valid_to is null or m.valid_to >= t.held_on)) as members
              from crm.peer_review_meeting t
             where t.group_id = :group and t.withdrawn_at is null and t.held_on between :first and :last
             order by t.held_on, t.id""";

    private static final String PRESENT = """
            select e.meeting_id, p.uuid, p.display_name, max(e.minutes) as minutes
              from crm.peer_review_presence e join crm.person p on p.id = e.person_id
             where e.meeting_id = any (:meetings)
             group by e.meeting_id, p.uuid, p.display_name, p.sort_name order by p.sort_name""";

    private final EntityManager em;

    GroupTable(EntityManager em) {
        this.em = em;
    }

    GroupNorm norm(LocalDate day) {
        Tuple row = (Tuple)
                em.createNativeQuery("""
                        select plan_month, plan_day, fewest_members, fewest_meetings, fewest_minutes, fewest_each, most_a_day, source
                          from crm.peer_review_norm where valid_from <= :day order by valid_from desc limit 1""", Tuple.class).setParameter("day", day).getSingleResult();
        return new GroupNorm(
                row.get(0, Integer.class),
                row.get(1, Integer.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                row.get(7, String.class));
    }

    /** How groups stand in a year that are an organisation's or somebody's; or one of them. */
    @SuppressWarnings("unchecked")
    List<GroupLine> groups(String whose, Long who, int year, LocalDate today) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate day = today.isAfter(last) ? last : today.isBefore(first) ? first : today;
        var query = em.createNativeQuery(GROUPS.formatted(whose), Tuple.class)
                .setParameter("year", year)
                .setParameter("day", day)
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("who", who);
        if (whose.contains(":today")) {
            query.setParameter("today", today);
        }
        List<Tuple> rows = query.getResultList();
        Map<Long, List<GroupNorm.Counted>> meetings = new HashMap<>();
        if (!rows.isEmpty()) {
            ((List<Tuple>) em.createNativeQuery(COUNTED, Tuple.class)
                            .setParameter(
                                    "groups",
                                    rows.stream()
                                            .map(row -> row.get("id", Long.class))
                                            .toArray(Long[]::new))
                            .setParameter("first", first)
                            .setParameter("last", last)
                            .getResultList())
                    .forEach(row -> meetings.computeIfAbsent(row.get(0, Long.class), id -> new ArrayList<>())
                            .add(counted(row)));
        }
        GroupNorm norm = norm(day);
        return rows.stream()
                .map(row -> line(row, norm, year, today, meetings.getOrDefault(row.get("id", Long.class), List.of())))
                .toList();
    }

    private static GroupNorm.Counted counted(Tuple row) {
        return new GroupNorm.Counted(
                row.get("minutes", Integer.class),
                row.get("members", Number.class).intValue());
    }

    private static GroupLine line(
            Tuple row, GroupNorm norm, int year, LocalDate today, List<GroupNorm.Counted> meetings) {
        int members = row.get("members", Number.class).intValue();
        boolean planned = row.get("planned", Boolean.class);
        List<GroupNorm.Counted> counting =
                meetings.stream().filter(norm::counts).toList();
        return new GroupLine(
                row.get("uuid", UUID.class),
                GroupKind.valueOf(row.get("kind", String.class)),
                row.get("name", String.class),
                day(row.get("begins_on", String.class)),
                day(row.get("ends_on", String.class)),
                members,
                row.get("names", String.class),
                counting.size(),
                counting.stream().mapToInt(GroupNorm.Counted::minutes).sum(),
                planned,
                norm.missing(
                        year,
                        today,
                        members,
                        row.get("consultants", Number.class).intValue(),
                        planned,
                        meetings));
    }

    @SuppressWarnings("unchecked")
    List<MemberLine> members(Long group) {
        List<Tuple> rows = em.createNativeQuery(MEMBERS, Tuple.class)
                .setParameter("group", group)
                .getResultList();
        return rows.stream()
                .map(row -> new MemberLine(
                        row.get("uuid", UUID.class),
                        row.get("person", UUID.class),
                        row.get("display_name", String.class),
                        GroupRole.valueOf(row.get("role", String.class)),
                        day(row.get("valid_from", String.class)),
                        day(row.get("valid_to", String.class))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<MeetingLine> meetings(Long group, int year, GroupNorm norm) {
        List<Tuple> rows = em.createNativeQuery(MEETINGS, Tuple.class)
                .setParameter("group", group)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList();
        Map<Long, List<MeetingLine.Present>> present = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            ((List<Tuple>) em.createNativeQuery(PRESENT, Tuple.class)
                            .setParameter(
                                    "meetings",
                                    rows.stream()
                                            .map(row -> row.get("id", Long.class))
                                            .toArray(Long[]::new))
                            .getResultList())
                    .forEach(row -> present.computeIfAbsent(row.get(0, Long.class), id -> new ArrayList<>())
                            .add(new MeetingLine.Present(
                                    row.get(1, UUID.class),
                                    row.get(2, String.class),
                                    row.get(3, Number.class).intValue())));
        }
        return rows.stream()
                .map(row -> new MeetingLine(
                        row.get("uuid", UUID.class),
                        row.get("version", Long.class),
                        day(row.get("held_on", String.class)),
                        row.get("minutes", Integer.class),
                        row.get("subject", String.class),
                        row.get("report", String.class),
                        norm.counts(counted(row)),
                        present.getOrDefault(row.get("id", Long.class), List.of())))
                .toList();
    }

    /** The numbers of who was in a group on a day, members and consultants, by UUID. */
    @SuppressWarnings("unchecked")
    Map<UUID, Long> inGroup(Long group, LocalDate day) {
        Map<UUID, Long> persons = new HashMap<>();
        ((List<Tuple>) em.createNativeQuery("""
                        select distinct p.uuid, p.id from crm.peer_review_member m join crm.person p on p.id = m.person_id
                         where m.group_id = :group and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)""", Tuple.class)
                        .setParameter("group", group)
                        .setParameter("day", day)
                        .getResultList())
                .forEach(row -> persons.put(row.get(0, UUID.class), row.get(1, Long.class)));
        return persons;
    }

    int membersOn(Long group, LocalDate day) {
        return ((Number) em.createNativeQuery("""
                        select count(distinct m.person_id) from crm.peer_review_member m
                         where m.group_id = :group and m.role = 'MEMBER' and m.valid_from <= :day
                           and (m.valid_to is null or m.valid_to >= :day)""")
                        .setParameter("group", group)
                        .setParameter("day", day)
                        .getSingleResult())
                .intValue();
    }

    /** Says who was at a meeting, and nobody else. */
    void present(Long meeting, Map<Long, Integer> minutes) {
        em.createNativeQuery("""
                        with said as (
                          select m.person, m.minutes
                            from unnest(cast(:persons as bigint[]), cast(:minutes as integer[])) as m (person, minutes)),
                        known as (
                          select p.id, row_number() over (partition by p.person_id order by p.id) as nth, s.person, s.minutes
                            from crm.peer_review_presence p left join said s on s.person = p.person_id
                           where p.meeting_id = :meeting),
                        gone as (
                          delete from crm.peer_review_presence p using known k where k.id = p.id and (k.person is null or k.nth > 1)),
                        changed as (
                          update crm.peer_review_presence p set minutes = k.minutes
                            from known k where k.id = p.id and k.person is not null and k.nth = 1)
                        insert into crm.peer_review_presence (meeting_id, person_id, minutes)
                        select :meeting, s.person, s.minutes from said s
                         where not exists (select 1 from known k where k.person = s.person)""")
                .setParameter("meeting", meeting)
                .setParameter("persons", minutes.keySet().toArray(Long[]::new))
                .setParameter("minutes", minutes.values().toArray(Integer[]::new))
                .executeUpdate();
    }

    static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}

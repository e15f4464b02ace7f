package nl.kring.crm.peerreview;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** What people have of peer review on one day, over all meetings and groups; who is looked at is written for by one at a time. */
class MinutesOfDay {

    /** Where somebody was besides is told to nobody: only that the day is full. */
    private static final String TOO_MUCH = """
            select p.display_name
              from unnest(cast(:persons as bigint[]), cast(:minutes as integer[])) as m (person, minutes)
              join crm.person p on p.id = m.person
             where m.minutes + coalesce((
                     select sum(x.minutes)
                       from (select max(e.minutes) as minutes
                               from crm.peer_review_presence e join crm.peer_review_meeting t on t.id = e.meeting_id
                              where e.person_id = m.person and t.held_on = :day and t.withdrawn_at is null and t.id <> :meeting
                              group by t.id) as x), 0) > :most
             order by p.sort_name, p.id""";

    private final EntityManager em;

    MinutesOfDay(EntityManager em) {
        this.em = em;
    }

    /**
     * Keeps a day within its hours, of each who was at a meeting.
     *
     * @throws DayFullException it is not
     */
    @SuppressWarnings("unchecked")
    void allow(PeerReviewMeeting meeting, Map<Long, Integer> present, GroupNorm norm) {
        Long[] persons = present.keySet().toArray(Long[]::new);
        hold(persons);
        List<String> tooMuch = em.createNativeQuery(TOO_MUCH)
                .setParameter("persons", persons)
                .setParameter("minutes", present.values().toArray(Integer[]::new))
                .setParameter("day", meeting.getHeldOn())
                .setParameter("meeting", meeting.getId())
                .setParameter("most", norm.mostADay())
                .getResultList();
        if (!tooMuch.isEmpty()) {
            throw new DayFullException(meeting.getHeldOn(), tooMuch, norm.mostADay());
        }
    }

    /** Two groups may meet on one day: who records second sees what the first wrote. */
    void hold(Long... persons) {
        em.createNativeQuery(
                        "select id from crm.person where id = any (cast(:persons as bigint[])) order by id for no key update")
                .setParameter("persons", persons)
                .getResultList();
    }
}

package nl.kring.crm.registry.lists;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.hibernate.Session;

/** Lists as they were on a day, each kept by one organisation for itself, and what became otherwise since. */
@Stateless
public class FrozenLists {

    private static final int LONGEST = 50_000;
    private static final int LONGEST_NAME = 120;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private PersonLists lists;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps a list as it stands on the reference date of the question, today when it names none. For staff, for the
     * organisation that they act for.
     *
     * @throws InvalidInputException the name is empty, too long or unreadable, or the list has more than 50,000 lines
     * @throws NotAllowedException the caller acts for no organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID freeze(String name, PersonQuery question, PersonColumns columns) {
        String kept = TypedText.line(name, LONGEST_NAME);
        if (kept == null) {
            throw new InvalidInputException("frozen-name", LONGEST_NAME);
        }
        PersonQuery dated = question.asOf() == null ? question.on(today()) : question;
        FrozenList list = new FrozenList(
                currentUser.requireOrganisation(), currentUser.accountId(), kept, dated, columns, clock.instant());
        Map<UUID, String> own = lists.ownColumns().stream()
                .collect(Collectors.toMap(PersonLists.OwnColumn::uuid, PersonLists.OwnColumn::name));
        list.headed(columns.list().stream()
                .map(column -> column.own() == null ? column.code() : own.getOrDefault(column.own(), ""))
                .toList());
        List<FrozenLine> lines = lines(dated, columns);
        list.counted(lines.size());
        em.persist(list);
        em.flush();
        em.unwrap(Session.class).doWork(connection -> new FrozenLines(connection, list.getId()).write(lines));
        audit.record("list.frozen", list.getUuid(), Integer.toString(lines.size()));
        return list.getUuid();
    }

    /** The lists that the organisation of the caller keeps, the newest first. For its staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<FrozenListLine> mine() {
        return em.createQuery("""
                        select l from FrozenList l where l.organisationId = :own and l.withdrawnAt is null
                         order by l.frozenAt desc, l.id desc""", FrozenList.class)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .map(FrozenList::line)
                .toList();
    }

    /**
     * One list without its lines. For staff of the organisation that keeps it.
     *
     * @throws NotFoundException there is none, or another organisation keeps it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public FrozenListLine get(UUID uuid) {
        return kept(uuid).line();
    }

    /**
     * The lines as they were, in their order. For the callers of {@link #get}, with its refusals.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<FrozenLine> lines(UUID uuid) {
        return frozen(kept(uuid));
    }

    /**
     * What is otherwise when the same question is asked for another day. For the callers of {@link #get}, with its refusals.
     *
     * @param day today when null
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public ListDifference since(UUID uuid, LocalDate day) {
        FrozenList list = kept(uuid);
        Map<UUID, FrozenLine> before = frozen(list).stream()
                .collect(Collectors.toMap(FrozenLine::subject, line -> line, (one, other) -> one, LinkedHashMap::new));
        List<FrozenLine> added = new ArrayList<>();
        List<ListDifference.Changed> changed = new ArrayList<>();
        for (FrozenLine now : lines(list.question(day == null ? today() : day), list.personColumns())) {
            FrozenLine then = before.remove(now.subject());
            if (then == null) {
                added.add(now);
            } else if (!then.cells().equals(now.cells())) {
                changed.add(new ListDifference.Changed(now, cells(list.line().headers(), then, now)));
            }
        }
        return new ListDifference(added, List.copyOf(before.values()), changed);
    }

    /**
     * Throws a list away; {@link #restore} brings it back. For the callers of {@link #get}, with its refusals.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void remove(UUID uuid) {
        kept(uuid).withdraw(clock.instant());
        audit.record("list.removed", uuid, null);
    }

    /**
     * Brings a list back that was thrown away. For staff of the organisation that kept it.
     *
     * @throws NotFoundException there was none, or another organisation kept it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void restore(UUID uuid) {
        list(uuid, true).restore();
        audit.record("list.restored", uuid, null);
    }

    private static List<ListDifference.Cell> cells(List<String> headers, FrozenLine then, FrozenLine now) {
        List<ListDifference.Cell> cells = new ArrayList<>();
        for (int at = 0; at < headers.size(); at++) {
            String before = then.cells().get(at);
            String after = now.cells().get(at);
            if (!Objects.equals(before, after)) {
                cells.add(new ListDifference.Cell(headers.get(at), before, after));
            }
        }
        return cells;
    }

    private List<FrozenLine> lines(PersonQuery question, PersonColumns columns) {
        List<FrozenLine> lines = new ArrayList<>();
        lists.each(question, columns, line -> {
            if (lines.size() == LONGEST) {
                throw new InvalidInputException("frozen-too-long", LONGEST);
            }
            lines.add(new FrozenLine(line.uuid(), line.cells()));
        });
        return lines;
    }

    private List<FrozenLine> frozen(FrozenList list) {
        return em.unwrap(Session.class).doReturningWork(connection -> new FrozenLines(connection, list.getId()).read());
    }

    private FrozenList kept(UUID uuid) {
        return list(uuid, false);
    }

    private FrozenList list(UUID uuid, boolean withdrawn) {
        return em.createQuery("""
                        select l from FrozenList l where l.uuid = :uuid and l.organisationId = :own
                           and (:withdrawn = true or l.withdrawnAt is null)""", FrozenList.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("withdrawn", withdrawn)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
    }
}

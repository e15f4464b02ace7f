package nl.kring.crm.registry;

import static nl.kring.crm.database.Wired.wired;
import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.lists.FrozenLine;
import nl.kring.crm.registry.lists.FrozenLists;
import nl.kring.crm.registry.lists.ListDifference;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.workbench.SavedViewLine;
import nl.kring.crm.workbench.SavedViews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrozenListsTest {

    private static final String PAGE = "/registry/find-person.xhtml";
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private Connection connection;
    private EntityManager em;
    private long ids = 700_000;

    @BeforeEach
    void open() throws Exception {
        connection = RegistryFixture.connect();
        RegistryFixture.reset(connection);
        em = RegistryFixture.entityManagers().createEntityManager();
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        connection.close();
    }

    @Test
    void a_frozen_list_stays_as_it_was_and_tells_who_came_who_went_and_what_changed() throws Exception {
        member("Adams", "Goor", "2020-01-01", null);
        member("Bos", "Goor", "2020-01-01", "2026-01-31");
        member("Claus", "Goor", "2026-02-01", null);
        member("Dirks", "Goor", "2020-01-01", null);
        PersonQuery members = new PersonQuery(
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                null,
                new PersonFilter(null, null, "FEA", null, null, null, null));

        UUID list = asFea(lists -> lists.freeze("Ledenlijst 1-1-2026", members, PersonColumns.of("name,place")));
        RegistryFixture.execute(
                connection, "update crm.person set workplace_place = 'Almelo' where display_name = 'Dirks'");

        assertThat(asFea(lists -> lists.lines(list)).stream()
                        .map(FrozenLine::cells)
                        .map(cells -> cells.get(0)))
                .containsExactly("Adams", "Bos", "Dirks");
        ListDifference since = asFea(lists -> lists.since(list, null));
        assertThat(since.added())
                .singleElement()
                .satisfies(line -> assertThat(line.cells()).contains("Claus"));
        assertThat(since.gone())
                .singleElement()
                .satisfies(line -> assertThat(line.cells()).contains("Bos"));
        assertThat(since.changed()).anySatisfy(change -> {
            assertThat(change.now().cells().get(0)).isEqualTo("Dirks");
            assertThat(change.cells()).extracting(ListDifference.Cell::now).containsExactly("Almelo");
        });
        assertThat(asFea(FrozenLists::mine)).singleElement().satisfies(line -> {
            assertThat(line.lines()).isEqualTo(3);
            assertThat(line.referenceDate()).isEqualTo("2026-01-01");
            assertThat(line.address()).isEqualTo(PAGE + "?member=FEA&asOf=2026-01-01");
        });
    }

    @Test
    void a_frozen_list_does_not_exist_for_another_organisation() throws Exception {
        UUID list = asFea(lists -> lists.freeze("Lijst", PersonQuery.named(null), PersonColumns.USUAL));
        assertThatThrownBy(() -> as(THOON, lists -> lists.get(list))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(THOON, lists -> lists.lines(list))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(THOON, lists -> lists.since(list, null))).isInstanceOf(NotFoundException.class);
        assertThat(as(THOON, FrozenLists::mine)).isEmpty();
    }

    @Test
    void a_list_that_was_thrown_away_can_be_brought_back() {
        UUID list = asFea(lists -> lists.freeze("Lijst", PersonQuery.named(null), PersonColumns.USUAL));
        asFea(lists -> {
            lists.remove(list);
            return null;
        });
        assertThat(asFea(FrozenLists::mine)).isEmpty();
        asFea(lists -> {
            lists.restore(list);
            return null;
        });
        assertThat(asFea(FrozenLists::mine)).hasSize(1);
        assertThatThrownBy(() -> asFea(lists -> lists.freeze(" ", PersonQuery.named(null), PersonColumns.USUAL)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_view_is_its_owners_until_it_is_shared_and_then_its_organisations() throws Exception {
        accounts();
        UUID view = views(FEA, 1, views -> views.keep(PAGE, "Houders", "role=PRACTICE_OWNER&columns=name", false));
        assertThat(viewsOf(FEA, 2)).isEmpty();
        views(FEA, 1, views -> {
            views.share(view, true);
            views.rename(view, "Praktijkhouders");
            views.prefer(view, true);
            return null;
        });
        assertThat(viewsOf(FEA, 2)).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Praktijkhouders");
            assertThat(line.own()).isFalse();
            assertThat(line.preferred()).isFalse();
            assertThat(line.address()).isEqualTo(PAGE + "?role=PRACTICE_OWNER&columns=name");
        });
        Optional<SavedViewLine> first = views(FEA, 1, views -> views.preferred(PAGE));
        assertThat(first.map(SavedViewLine::uuid)).contains(view);
        assertThat(viewsOf(THOON, 3)).isEmpty();
        assertThatThrownBy(() -> views(FEA, 2, views -> views.remove(view))).isInstanceOf(NotFoundException.class);
        SavedViewLine removed = views(FEA, 1, views -> views.remove(view));
        assertThat(removed.query()).isEqualTo("role=PRACTICE_OWNER&columns=name");
        assertThat(viewsOf(FEA, 1)).isEmpty();
    }

    private <T> T asFea(Function<FrozenLists, T> work) {
        return as(FEA, work);
    }

    private <T> T as(long organisation, Function<FrozenLists, T> work) {
        CurrentUser staff = Callers.staffOf(organisation, 1);
        AuditTrail audit = wired(new AuditTrail(), em, TODAY, staff);
        PersonLists lists = wired(new PersonLists(), em, TODAY, staff, audit);
        return inTransaction(() -> work.apply(wired(new FrozenLists(), em, TODAY, staff, audit, lists)));
    }

    private List<SavedViewLine> viewsOf(long organisation, long account) {
        return views(organisation, account, views -> views.of(PAGE));
    }

    private <T> T views(long organisation, long account, Function<SavedViews, T> work) {
        CurrentUser staff = Callers.staffOf(organisation, account);
        AuditTrail audit = wired(new AuditTrail(), em, TODAY, staff);
        return inTransaction(() -> work.apply(wired(new SavedViews(), em, TODAY, staff, audit)));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        em.getTransaction().begin();
        try {
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.clear();
        }
    }

    private void accounts() throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.account (id, uuid, email, display_name, created_at)
                select g, gen_random_uuid(), 'a' || g, 'A' || g, now() from generate_series(1, 3) g on conflict do nothing""");
    }

    private void member(String name, String place, String from, String to) throws Exception {
        long person = person(connection);
        RegistryFixture.execute(connection, """
                update crm.person set display_name = '%1$s', name_key = lower('%1$s'), workplace_place = '%2$s' where id = %3$d""".formatted(name, place, person));
        RegistryFixture.execute(connection, """
                insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, valid_to, created_at)
                values (%d, gen_random_uuid(), %d, 1, 'MEMBER', '%s', %s, now())""".formatted(++ids, person, from, to == null ? "null" : "'" + to + "'"));
    }
}

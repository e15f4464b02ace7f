package nl.kring.crm.agenda.course;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;

/** Noord plans courses, Zuid organises some with it, Oost does not. */
final class CourseFixture implements AutoCloseable {

    final AgendaDatabase database;
    final CurrentUser noord;
    final CurrentUser zuid;
    final CurrentUser oost;
    final List<Object> news = new ArrayList<>();

    CourseFixture() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
        oost = database.staffOf("OOST");
    }

    void clear() {
        database.clearAgenda();
        news.clear();
    }

    UUID organisation(String code) {
        return database.inTransaction(em -> AgendaDatabase.organiser(em, code).getUuid());
    }

    /** Somebody who works there and signs in. */
    UUID account(String name, String organisation) {
        UUID uuid = UUID.randomUUID();
        database.change(em -> {
            em.createNativeQuery("""
                            insert into crm.account (id, uuid, email, display_name, created_at)
                            values (nextval('crm.entity_seq'), :uuid, :email, :name, now())""")
                    .setParameter("uuid", uuid)
                    .setParameter("email", uuid + "@example.nl")
                    .setParameter("name", name)
                    .executeUpdate();
            em.createNativeQuery("""
                            insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
                            select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'STAFF', o.id, now()
                              from crm.account a, crm.organisation o where a.uuid = :uuid and o.code = :code""")
                    .setParameter("uuid", uuid)
                    .setParameter("code", organisation)
                    .executeUpdate();
        });
        return uuid;
    }

    UUID person(String name) {
        UUID uuid = UUID.randomUUID();
        database.change(em -> em.createNativeQuery("""
                        insert into crm.person (id, uuid, display_name, created_at)
                        values (nextval('crm.entity_seq'), :uuid, :name, now())""")
                .setParameter("uuid", uuid)
                .setParameter("name", name)
                .executeUpdate());
        return uuid;
    }

    /** One person is the other from now on. */
    void merged(UUID survivor, UUID merged) {
        database.change(em -> {
            em.createNativeQuery("""
                            update crm.person m set merged_into_id = s.id from crm.person s
                             where m.uuid = :merged and s.uuid = :survivor""")
                    .setParameter("merged", merged)
                    .setParameter("survivor", survivor)
                    .executeUpdate();
            em.createNativeQuery("""
                            update crm.course_speaker c set person_id = s.id from crm.person s, crm.person m
                             where m.uuid = :merged and s.uuid = :survivor and c.person_id = m.id""")
                    .setParameter("merged", merged)
                    .setParameter("survivor", survivor)
                    .executeUpdate();
        });
    }

    UUID theme(String name) {
        return with(noord, Themes.class, Themes::list).stream()
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElseThrow()
                .uuid();
    }

    UUID draft(CurrentUser caller, PlannedCourse wish) {
        return with(caller, Courses.class, courses -> courses.plan(wish));
    }

    UUID published(CurrentUser caller, PlannedCourse wish) {
        UUID edition = draft(caller, wish);
        doing(caller, Courses.class, courses -> courses.move(edition, EditionMove.OPEN_ENROLMENT));
        return edition;
    }

    EditionDetail edition(CurrentUser caller, UUID edition) {
        return database.inTransaction(em -> AgendaDatabase.editions(em, caller).edition(edition));
    }

    ProfileDetail profile(CurrentUser caller, UUID edition) {
        UUID course = edition(caller, edition).courseUuid();
        return with(caller, CourseProfiles.class, profiles -> profiles.detail(course));
    }

    void change(CurrentUser caller, UUID edition, ProfileForm form) {
        ProfileDetail before = profile(caller, edition);
        doing(caller, CourseProfiles.class, profiles -> profiles.change(before.course(), before.version(), form));
    }

    PublicProfile shown(CurrentUser caller, UUID edition) {
        return with(caller, CourseProfiles.class, profiles -> profiles.shown(edition));
    }

    /** Noord organises the course of that edition with Zuid. */
    void withZuid(UUID edition) {
        change(noord, edition, form().with(organisation("ZUID")).said());
    }

    <B, T> T with(CurrentUser caller, Class<B> boundary, Function<B, T> work) {
        return database.inTransaction(em -> work.apply(boundary.cast(made(boundary, em, caller))));
    }

    <B> void doing(CurrentUser caller, Class<B> boundary, Consumer<B> work) {
        with(caller, boundary, made -> {
            work.accept(made);
            return null;
        });
    }

    private Object made(Class<?> boundary, EntityManager em, CurrentUser caller) {
        Courses courses = AgendaDatabase.courses(em, caller, AgendaDatabase.CLOCK, news::add);
        if (boundary == Courses.class) {
            return courses;
        }
        ProfileTable profiles = new ProfileTable(em, AgendaDatabase.CLOCK);
        return wired(
                fresh(boundary),
                em,
                AgendaDatabase.CLOCK,
                caller,
                courses,
                AgendaDatabase.editions(em, caller),
                wired(new Colleagues(), em, caller),
                profiles,
                wired(new YearProgramme(), em, AgendaDatabase.CLOCK),
                wired(new TemplateTable(), em, AgendaDatabase.CLOCK, profiles),
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller));
    }

    private static Object fresh(Class<?> boundary) {
        try {
            return boundary.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    static Form form() {
        return new Form();
    }

    /** What may be said of a course as it is, to be varied. */
    static final class Form {

        private String objectives = "Reanimeren volgens de laatste richtlijn.";
        private Set<UUID> themes = Set.of();
        private Set<AffiliationRole> roles = Set.of();
        private Set<UUID> organisations = Set.of();
        private Set<UUID> coOrganisers = Set.of();
        private UUID owner;
        private UUID deputy;
        private List<ProfileForm.Speaker> speakers = List.of();
        private List<ProfileForm.Sponsor> sponsors = List.of();
        private List<ProfileForm.BudgetLine> budget = List.of();

        Form learning(String value) {
            objectives = value;
            return this;
        }

        Form about(UUID... value) {
            themes = Set.of(value);
            return this;
        }

        Form meantFor(Set<AffiliationRole> role, Set<UUID> whose) {
            roles = role;
            organisations = whose;
            return this;
        }

        Form with(UUID... value) {
            coOrganisers = Set.of(value);
            return this;
        }

        Form lookedAfterBy(UUID first, UUID second) {
            owner = first;
            deputy = second;
            return this;
        }

        Form spokenBy(ProfileForm.Speaker... value) {
            speakers = List.of(value);
            return this;
        }

        Form paidBy(ProfileForm.Sponsor... value) {
            sponsors = List.of(value);
            return this;
        }

        Form costing(ProfileForm.BudgetLine... value) {
            budget = List.of(value);
            return this;
        }

        ProfileForm said() {
            return new ProfileForm(
                    objectives,
                    "Een geldige AED-instructie.",
                    "Makkelijke kleding.",
                    CourseLanguage.DUTCH,
                    themes,
                    roles,
                    organisations,
                    coOrganisers,
                    owner,
                    deputy,
                    speakers,
                    sponsors,
                    budget);
        }
    }

    static ProfileForm.Speaker speaker(UUID person, String name) {
        return new ProfileForm.Speaker(
                null,
                person,
                name,
                null,
                LocalDate.parse("2026-08-01"),
                45_000,
                3_250,
                LocalDate.parse("2026-08-15"),
                "Adviseur van een maker van AED's");
    }
}

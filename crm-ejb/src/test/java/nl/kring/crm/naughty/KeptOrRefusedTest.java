package nl.kring.crm.naughty;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.checklist.ChecklistTemplates;
import nl.kring.crm.agenda.checklist.Checklists;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.agenda.checklist.StepForm;
import nl.kring.crm.agenda.checklist.StepMoment;
import nl.kring.crm.communication.ContactKind;
import nl.kring.crm.communication.ContactMoments;
import nl.kring.crm.communication.NewContactMoment;
import nl.kring.crm.communication.ReplyAddresses;
import nl.kring.crm.naughty.NaughtyStrings.Naughty;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.registry.FieldCard;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.PersonEdit;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Saying;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.registry.lists.FrozenLists;
import nl.kring.crm.registry.organisation.NewOrganisation;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationCorrection;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.OrganisationFacts;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.Office;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFieldLine;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import nl.kring.crm.workbench.OwnValueEdit;
import nl.kring.crm.workbench.SavedViewLine;
import nl.kring.crm.workbench.SavedViews;
import nl.kring.crm.workbench.TaskSubject;
import nl.kring.crm.workbench.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every text of the list through every place where somebody types, over a real database: what is shown afterwards is what
 * was typed, but for white space and the way accents are written, or a typed refusal says why not. Each place has a subject
 * of its own, so that several are tried at the same time.
 */
class KeptOrRefusedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String PAGE = "/registry/find-person.xhtml";

    private static Office fea;

    /** Sends a text to its place and answers what is shown there afterwards. */
    private record Place(String name, UnaryOperator<String> send, BiPredicate<String, String> same) {

        private Place(String name, UnaryOperator<String> send) {
            this(name, send, KeptOrRefusedTest::reads);
        }

        DynamicTest test(String... kindsThatAreAllKept) {
            return DynamicTest.dynamicTest(name, () -> {
                List<String> wrong = new ArrayList<>();
                for (Naughty naughty : NaughtyStrings.all()) {
                    String text = naughty.text();
                    Office.later();
                    try {
                        String shown = send.apply(text);
                        if (!reads(text, "") && !same.test(text, shown)) {
                            wrong.add(naughty.label() + " became " + shown);
                        }
                    } catch (BusinessException refused) {
                        if (Arrays.asList(kindsThatAreAllKept).contains(naughty.kind())) {
                            wrong.add(naughty.label() + " was refused: " + refused.getMessage());
                        }
                    } catch (RuntimeException broken) {
                        wrong.add(naughty.label() + " broke: " + broken);
                    }
                }
                assertThat(wrong).isEmpty();
            });
        }
    }

    @BeforeAll
    static void open() throws Exception {
        Office.reset();
        fea = Office.of(Office.FEA);
    }

    @AfterAll
    static void leave() throws Exception {
        Office.reset();
    }

    @Test
    void the_list_has_every_class_and_more_than_three_hundred_texts() {
        assertThat(NaughtyStrings.all()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(NaughtyStrings.all().stream().map(Naughty::kind).distinct())
                .contains("script", "sql", "formula", "template", "path", "header", "control", "surrogate", "direction")
                .contains("combining", "lookalike", "emoji", "length", "number", "date", "disguise", "dutch", "space");
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> in_every_field_of_a_person() {
        return Arrays.stream(PersonField.values()).map(field -> {
            UUID person = person();
            String qualifier = field == PersonField.REGISTER_NUMBER ? "RGS-HA" : null;
            Place place = new Place(
                    "person " + field.code(),
                    text -> corrected(person, field, qualifier, text, null).value(),
                    writtenAs(field));
            return Set.of(PersonField.BIRTH_NAME, PersonField.PARTNER_NAME, PersonField.GIVEN_NAME)
                            .contains(field)
                    ? place.test("dutch")
                    : place.test();
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> beside_the_fields_of_a_person() {
        UUID named = person();
        UUID reasoned = person();
        return Stream.of(
                new Place(
                                "person prefix",
                                text -> corrected(named, PersonField.BIRTH_NAME, null, "Berg", text)
                                        .prefix())
                        .test(),
                new Place("person reason", text -> reasoned(reasoned, text)).test("dutch"),
                new Place("person number that fails its check, reason", KeptOrRefusedTest::overridden).test("dutch"));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> in_every_field_and_fact_of_an_organisation() {
        Stream<DynamicTest> fields = Arrays.stream(OrganisationField.values()).map(field -> {
            UUID practice = practice();
            return new Place(
                            "organisation " + field.code(),
                            text -> said(practice, field, text),
                            field == OrganisationField.NAME ? KeptOrRefusedTest::reads : KeptOrRefusedTest::means)
                    .test(field == OrganisationField.NAME ? "dutch" : "");
        });
        Stream<DynamicTest> facts = Arrays.stream(OrganisationFactKind.values()).map(kind -> {
            UUID practice = practice();
            AtomicInteger days = new AtomicInteger();
            return new Place(
                            "organisation " + kind,
                            text -> fact(
                                    practice,
                                    kind,
                                    text,
                                    LocalDate.of(1990, 1, 1).plusDays(days.incrementAndGet())),
                            kind == OrganisationFactKind.PATIENTS ? KeptOrRefusedTest::means : KeptOrRefusedTest::reads)
                    .test();
        });
        Stream<DynamicTest> added = Stream.of(
                new Place("new organisation", KeptOrRefusedTest::added).test("dutch"),
                new Place("code of a new organisation", KeptOrRefusedTest::coded, KeptOrRefusedTest::means).test());
        return Stream.of(fields, facts, added).flatMap(each -> each);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> in_own_columns() {
        return Stream.concat(
                Stream.of(
                        new Place("own column, name", KeptOrRefusedTest::column).test("dutch"),
                        new Place("own column, choice", KeptOrRefusedTest::choice).test("dutch")),
                Stream.of(OwnFieldKind.TEXT, OwnFieldKind.DATE).map(kind -> {
                    UUID field = fea.ask(
                            OwnFields.class,
                            fields -> fields.define(OwnSubject.ORGANISATION, "Kolom " + kind, kind, null));
                    return kind == OwnFieldKind.TEXT
                            ? new Place("own value " + kind, text -> own(field, text)).test("dutch", "formula")
                            : new Place("own value " + kind, text -> own(field, text), KeptOrRefusedTest::sameDigits)
                                    .test();
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> in_a_checklist() {
        UUID edition =
                fea.ask(Courses.class, courses -> courses.plan(ACourse.aCourse().wish()));
        fea.tell(Checklists.class, all -> all.make(edition));
        UUID step = fea.ask(Checklists.class, all -> all.of(edition)).get(0).uuid();
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        return Stream.of(
                new Place("checklist, step of the template", KeptOrRefusedTest::templateStep).test("dutch"),
                new Place("checklist, why not needed", text -> notNeeded(edition, step, text)).test("dutch"),
                new Place("address for answers", KeptOrRefusedTest::replyAddress).test());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> in_what_an_organisation_keeps_for_itself() {
        UUID noted = person();
        UUID followed = person();
        return Stream.of(
                        new Place("contact moment, note", text -> note(noted, text)),
                        new Place("contact moment, follow-up", text -> followUp(followed, text)),
                        new Place("task, title", KeptOrRefusedTest::task),
                        new Place("saved view, name", KeptOrRefusedTest::view),
                        new Place("saved view, other name", KeptOrRefusedTest::renamedView),
                        new Place("frozen list, name", KeptOrRefusedTest::frozen))
                .map(place -> place.test("dutch"));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> in_what_somebody_looks_for() {
        return Stream.of(
                        new Place("search box", text -> {
                            fea.ask(Finder.class, finder -> finder.find(text));
                            return text;
                        }),
                        new Place("list of persons", text -> {
                            fea.ask(Persons.class, persons -> persons.browse(PersonQuery.named(text)));
                            return text;
                        }),
                        new Place("who may be the same", text -> {
                            fea.ask(Persons.class, persons -> persons.alike(List.of(text)));
                            return text;
                        }))
                .map(Place::test);
    }

    private static UUID person() {
        UUID person = Office.person("Proef");
        correct(person, new PersonEdit("eerste", version(person)).with(PersonField.BIRTH_NAME, "Proef"));
        return person;
    }

    private static UUID practice() {
        return Office.organisation("Praktijk", "PRACTICE");
    }

    private static long version(UUID person) {
        return Long.parseLong(Office.value("select version from crm.person where uuid = '" + person + "'"));
    }

    private static void correct(UUID person, PersonEdit edit) {
        fea.ask(Persons.class, persons -> persons.correct(person, edit));
    }

    /** What the card shows to the same organisation after a correction; its own when that is kept. */
    private static Saying corrected(UUID person, PersonField field, String qualifier, String text, String prefix) {
        PersonEdit edit = new PersonEdit("omdat", version(person)).with(field, qualifier, text, prefix);
        if (field == PersonField.BIRTH_NAME) {
            edit.with(PersonField.PARTNER_NAME, "Anders");
        }
        correct(person, edit);
        PersonCard card = fea.ask(Persons.class, persons -> persons.card(person));
        FieldCard shown = card.field(field);
        Stream<Saying> mine = Stream.concat(shown.allShown().stream(), shown.own().stream());
        return mine.filter(Saying::mine)
                .findFirst()
                .orElse(new Saying(null, null, null, null, null, null, null, false, false));
    }

    private static String reasoned(UUID person, String text) {
        correct(person, new PersonEdit(text, version(person)).with(PersonField.GIVEN_NAME, "Anna"));
        return shown(person, PersonField.GIVEN_NAME).reason();
    }

    private static String overridden(String text) {
        UUID person = person();
        correct(
                person,
                new PersonEdit("omdat", version(person))
                        .with(PersonField.BIG, "19012345601")
                        .overriding(text));
        return shown(person, PersonField.BIG).overrideReason();
    }

    private static Saying shown(UUID person, PersonField field) {
        return fea.ask(Persons.class, persons -> persons.card(person))
                .field(field)
                .shown();
    }

    private static OrganisationCard card(UUID organisation) {
        return fea.ask(OrganisationCards.class, cards -> cards.card(organisation, TODAY));
    }

    private static String said(UUID practice, OrganisationField field, String text) {
        fea.ask(
                Organisations.class,
                organisations -> organisations.correct(
                        practice,
                        new OrganisationCorrection(
                                field, text, "omdat", card(practice).version())));
        return card(practice).field(field).shown().value();
    }

    private static String fact(UUID practice, OrganisationFactKind kind, String text, LocalDate day) {
        UUID fact = fea.ask(OrganisationFacts.class, facts -> facts.set(practice, kind, text, day));
        return card(practice).facts().stream()
                .filter(each -> each.uuid().equals(fact))
                .map(OrganisationCard.Fact::value)
                .findFirst()
                .orElse(null);
    }

    private static String added(String text) {
        UUID made = fea.ask(
                Organisations.class,
                organisations -> organisations.create(new NewOrganisation(OrganisationKind.PRACTICE, text)));
        return card(made).name();
    }

    private static String coded(String text) {
        UUID made = fea.ask(
                Organisations.class,
                organisations ->
                        organisations.create(new NewOrganisation(OrganisationKind.PRACTICE, "Hagro").called(text)));
        return card(made).code();
    }

    private static String column(String text) {
        UUID made = fea.ask(OwnFields.class, fields -> fields.define(OwnSubject.PERSON, text, OwnFieldKind.TEXT, null));
        String name = line(OwnSubject.PERSON, made).name();
        fea.tell(OwnFields.class, fields -> fields.archive(made));
        return name;
    }

    private static String choice(String text) {
        UUID made = fea.ask(
                OwnFields.class,
                fields -> fields.define(
                        OwnSubject.PERSON, "Keuze", OwnFieldKind.CHOICE, List.of("anders", "nog anders", text)));
        List<String> choices = line(OwnSubject.PERSON, made).choices();
        fea.tell(OwnFields.class, fields -> fields.archive(made));
        return choices.get(choices.size() - 1);
    }

    private static OwnFieldLine line(OwnSubject subject, UUID field) {
        return fea.ask(OwnFields.class, fields -> fields.list(subject)).stream()
                .filter(each -> each.uuid().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static String own(UUID field, String text) {
        Long subject = Office.nextId();
        fea.ask(
                OwnFields.class,
                fields ->
                        fields.change(OwnSubject.ORGANISATION, List.of(new OwnValueEdit(field, subject, text, null))));
        String kept = fea.ask(OwnFields.class, fields -> fields.valuesOf(OwnSubject.ORGANISATION, List.of(subject)))
                .getOrDefault(subject, Map.of())
                .get(field);
        return line(OwnSubject.ORGANISATION, field).shown(kept);
    }

    private static String note(UUID person, String text) {
        UUID moment = fea.ask(
                ContactMoments.class,
                moments -> moments.record(
                        new NewContactMoment(TaskSubject.PERSON, person, ContactKind.PHONE, null, text, null)));
        return fea.ask(ContactMoments.class, moments -> moments.list(TaskSubject.PERSON, person)).stream()
                .filter(each -> each.uuid().equals(moment))
                .map(each -> each.note())
                .findFirst()
                .orElse(null);
    }

    /** It is followed by whom it is about, as far as that fits. */
    private static String followUp(UUID person, String text) {
        fea.ask(
                ContactMoments.class,
                moments -> moments.record(new NewContactMoment(
                        TaskSubject.PERSON,
                        person,
                        ContactKind.PHONE,
                        null,
                        "Gebeld",
                        new NewTask(text, null, null, null, null))));
        return Office.value("select regexp_replace(title, ': Proef$', '') from crm.task where subject_uuid = '" + person
                + "' order by id desc limit 1");
    }

    private static String task(String text) {
        UUID task = fea.ask(Tasks.class, tasks -> tasks.add(new NewTask(text, TODAY, fea.account(), null, null)));
        String title = fea.ask(Tasks.class, tasks -> tasks.mine(null)).thisWeek().stream()
                .filter(each -> each.uuid().equals(task))
                .findFirst()
                .orElseThrow()
                .title();
        fea.tell(Tasks.class, tasks -> tasks.finish(task));
        return title;
    }

    private static String templateStep(String text) {
        UUID step = fea.ask(
                ChecklistTemplates.class,
                all -> all.add(null, new StepForm(text, StepAction.NONE, StepMoment.DAYS_BEFORE, 7, null, null)));
        String title = fea.ask(ChecklistTemplates.class, all -> all.of(null)).steps().stream()
                .filter(each -> step.equals(each.uuid()))
                .findFirst()
                .orElseThrow()
                .title();
        fea.tell(ChecklistTemplates.class, all -> all.remove(null, step));
        return title;
    }

    private static String notNeeded(UUID edition, UUID step, String text) {
        fea.tell(Checklists.class, all -> all.reopen(edition, step));
        fea.tell(Checklists.class, all -> all.skip(edition, step, text));
        return fea.ask(Checklists.class, all -> all.of(edition)).stream()
                .filter(each -> each.uuid().equals(step))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static String replyAddress(String text) {
        fea.tell(ReplyAddresses.class, all -> all.use(text));
        return fea.ask(ReplyAddresses.class, ReplyAddresses::own);
    }

    private static String view(String text) {
        UUID view = fea.ask(SavedViews.class, views -> views.keep(PAGE, text, "q=a", false));
        return removed(view).name();
    }

    private static String renamedView(String text) {
        UUID view = fea.ask(SavedViews.class, views -> views.keep(PAGE, "Lijst", "q=a", false));
        fea.tell(SavedViews.class, views -> views.rename(view, text));
        return removed(view).name();
    }

    private static SavedViewLine removed(UUID view) {
        SavedViewLine shown = fea.ask(SavedViews.class, views -> views.of(PAGE)).stream()
                .filter(each -> each.uuid().equals(view))
                .findFirst()
                .orElseThrow();
        fea.ask(SavedViews.class, views -> views.remove(view));
        return shown;
    }

    private static String frozen(String text) {
        UUID list = fea.ask(
                FrozenLists.class, lists -> lists.freeze(text, PersonQuery.named("Niemand"), PersonColumns.USUAL));
        return fea.ask(FrozenLists.class, lists -> lists.get(list)).name();
    }

    private static BiPredicate<String, String> writtenAs(PersonField field) {
        return switch (field) {
            case BIRTH_NAME, PARTNER_NAME, GIVEN_NAME, TITLES, WORKPLACE -> KeptOrRefusedTest::reads;
            case BIRTH_DATE -> KeptOrRefusedTest::sameDigits;
            default -> KeptOrRefusedTest::means;
        };
    }

    /** The same text, but for white space and the way of writing accents. */
    private static boolean reads(String typed, String shown) {
        return shown != null && normal(typed).equals(normal(shown));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /** The same letters and digits: what has one way of being written loses its dots, or gets its country in front. */
    private static boolean means(String typed, String shown) {
        if (shown == null) {
            return false;
        }
        String meant = essence(typed).replaceFirst("^0+(?=\\d)", "");
        return essence(shown).endsWith(meant.replaceFirst("^(0?31|00?31)", ""));
    }

    private static String essence(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^tel:", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        return plain.codePoints()
                .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean sameDigits(String typed, String shown) {
        return shown != null && digits(typed).equals(digits(shown));
    }

    private static String digits(String text) {
        return text.replaceAll("(?<!\\d)(\\d)(?!\\d)", "0$1")
                .replaceAll("\\D", "")
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

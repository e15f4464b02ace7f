package nl.kring.crm.workbench;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFieldsTest {

    private static final Long BERG = 4711L;

    private Office fea;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
    }

    @Test
    void an_organisation_has_its_columns_in_its_order() {
        UUID card = define("Kerstkaart", OwnFieldKind.YES_NO);
        UUID since = define("Lid sinds", OwnFieldKind.DATE);
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        fea.tell(OwnFields.class, fields -> fields.move(note, true));
        fea.tell(OwnFields.class, fields -> fields.move(card, true));
        fea.tell(OwnFields.class, fields -> fields.rename(since, "Contract sinds"));
        assertThat(columns(fea, OwnSubject.PERSON))
                .extracting(OwnFieldLine::name)
                .containsExactly("Kerstkaart", "Bijzonderheden", "Contract sinds");
        assertThat(columns(fea, OwnSubject.ORGANISATION)).isEmpty();
    }

    @Test
    void another_organisations_columns_and_values_do_not_exist() {
        UUID canary = define("kanarie-van-fea", OwnFieldKind.TEXT);
        UUID change = write(fea, canary, "kanarie-waarde", null);
        assertThat(columns(thoon, OwnSubject.PERSON)).isEmpty();
        assertThat(values(thoon, List.of(BERG))).isEmpty();
        Stream.<ThrowingCallable>of(
                        () -> thoon.tell(OwnFields.class, fields -> fields.rename(canary, "van ons")),
                        () -> thoon.tell(OwnFields.class, fields -> fields.archive(canary)),
                        () -> thoon.tell(OwnFields.class, fields -> fields.restore(canary)),
                        () -> thoon.tell(OwnFields.class, fields -> fields.move(canary, true)),
                        () -> thoon.tell(OwnFields.class, fields -> fields.offer(canary, List.of("a", "b"))),
                        () -> thoon.tell(OwnFields.class, fields -> fields.undo(change)),
                        () -> thoon.tell(
                                OwnFields.class,
                                fields -> fields.setForMany(OwnSubject.PERSON, canary, List.of(BERG), "weg")),
                        () -> write(thoon, canary, "weg", "kanarie-waarde"))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NotFoundException.class));
        assertThat(valueOf(canary)).isEqualTo("kanarie-waarde");
        assertThat(Office.value("select count(*) from crm.audit_entry where detail like '%kanarie%'"))
                .isEqualTo("0");
    }

    @Test
    void two_organisations_may_give_a_column_the_same_name_but_one_may_not_twice() {
        define("Nieuwsbrief", OwnFieldKind.YES_NO);
        thoon.ask(
                OwnFields.class,
                fields -> fields.define(OwnSubject.PERSON, "Nieuwsbrief", OwnFieldKind.TEXT, List.of()));
        assertThatThrownBy(() -> define("nieuwsbrief", OwnFieldKind.TEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("own-field-exists");
    }

    @Test
    void only_an_administrator_of_the_organisation_says_which_columns_there_are() {
        Map<Boolean, List<String>> names = Stream.of(OwnFields.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(RolesAllowed.class))
                .collect(Collectors.partitioningBy(
                        method -> List.of(
                                        method.getAnnotation(RolesAllowed.class).value())
                                .equals(List.of(Role.ORGANISATION_ADMINS)),
                        Collectors.mapping(Method::getName, Collectors.toList())));
        assertThat(names.get(true))
                .containsExactlyInAnyOrder("define", "rename", "offer", "move", "archive", "restore");
        assertThat(names.get(false))
                .containsExactlyInAnyOrder("list", "archived", "valuesOf", "change", "setForMany", "undo");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, '  graag   bellen ', graag bellen",
        "TEXT, =SUM(A1), =SUM(A1)",
        "DATE, 1-2-2026, 2026-02-01",
        "DATE, 29-02-2024, 2024-02-29",
        "DATE, 2026-12-31, 2026-12-31",
        "YES_NO, Ja, YES",
        "YES_NO, x, YES",
        "YES_NO, nee, NO",
        "CHOICE, POST, post",
    })
    void a_value_is_kept_in_one_form(OwnFieldKind kind, String typed, String kept) {
        assertThat(kind.checked(typed, List.of("post", "mail"))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 30-02-2026, own-value-date",
        "DATE, 29-02-2023, own-value-date",
        "DATE, gisteren, own-value-date",
        "DATE, 01-01-0026, own-value-date",
        "YES_NO, misschien, own-value-yes-no",
        "CHOICE, fax, own-value-choice",
        "TEXT, bsn 123456782, text-looks-like-bsn",
    })
    void a_value_that_cannot_stand_there_is_refused_with_the_reason(OwnFieldKind kind, String typed, String code) {
        assertThatThrownBy(() -> kind.checked(typed, List.of("post", "mail")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void a_change_can_be_taken_back_and_leaves_alone_what_was_written_since() {
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        UUID first = write(fea, note, "belt graag", null);
        UUID second = write(fea, note, "mailt graag", "belt graag");
        assertThat(undo(first)).isZero();
        assertThat(valueOf(note)).isEqualTo("mailt graag");
        assertThat(undo(second)).isEqualTo(1);
        assertThat(valueOf(note)).isEqualTo("belt graag");
        assertThat(undo(second)).isZero();
    }

    @Test
    void emptying_a_cell_can_be_taken_back_too() {
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        write(fea, note, "belt graag", null);
        UUID emptied = write(fea, note, " ", "belt graag");
        assertThat(valueOf(note)).isNull();
        fea.tell(OwnFields.class, fields -> fields.undo(emptied));
        assertThat(valueOf(note)).isEqualTo("belt graag");
    }

    @Test
    void whoever_comes_second_overwrites_nothing() {
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        write(fea, note, "eerst", null);
        assertThatThrownBy(() -> write(fea, note, "tweede", null)).isInstanceOf(EditConflictException.class);
        assertThat(valueOf(note)).isEqualTo("eerst");
    }

    @Test
    void a_cell_is_written_once_in_a_change() {
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        List<OwnValueEdit> twice =
                List.of(new OwnValueEdit(note, BERG, "a", null), new OwnValueEdit(note, BERG, "b", null));
        assertThatThrownBy(() -> fea.tell(OwnFields.class, fields -> fields.change(OwnSubject.PERSON, twice)))
                .hasMessageContaining("own-value-twice");
    }

    @Test
    void writing_what_stands_there_is_no_change() {
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        write(fea, note, "zo", null);
        assertThat(write(fea, note, "zo", "zo")).isNull();
    }

    @Test
    void many_get_the_same_at_once_and_lose_it_again_at_once() {
        UUID card = define("Kerstkaart", OwnFieldKind.YES_NO);
        List<Long> all = Stream.iterate(1L, id -> id + 1).limit(500).toList();
        UUID change = fea.ask(OwnFields.class, fields -> fields.setForMany(OwnSubject.PERSON, card, all, "ja"));
        assertThat(values(fea, all)).hasSize(500);
        assertThat(undo(change)).isEqualTo(500);
        assertThat(values(fea, all)).isEmpty();
    }

    @Test
    void a_column_that_was_put_away_comes_back_with_what_stood_in_it() {
        UUID note = define("Bijzonderheden", OwnFieldKind.TEXT);
        write(fea, note, "belt graag", null);
        fea.tell(OwnFields.class, fields -> fields.archive(note));
        assertThat(valueOf(note)).isNull();
        List<OwnFieldLine> away = fea.ask(OwnFields.class, fields -> fields.archived(OwnSubject.PERSON));
        assertThat(away).extracting(OwnFieldLine::uuid).containsExactly(note);
        UUID successor = define("Bijzonderheden", OwnFieldKind.TEXT);
        assertThatThrownBy(() -> fea.tell(OwnFields.class, fields -> fields.restore(note)))
                .hasMessageContaining("own-field-exists");
        fea.tell(OwnFields.class, fields -> fields.rename(successor, "Nog meer"));
        fea.tell(OwnFields.class, fields -> fields.restore(note));
        assertThat(valueOf(note)).isEqualTo("belt graag");
    }

    @Test
    void a_choice_that_stands_somewhere_cannot_go() {
        UUID how = fea.ask(
                OwnFields.class,
                fields -> fields.define(OwnSubject.PERSON, "Contact", OwnFieldKind.CHOICE, List.of("post", "mail")));
        write(fea, how, "mail", null);
        assertThatThrownBy(() -> fea.tell(OwnFields.class, fields -> fields.offer(how, List.of("post", "telefoon"))))
                .hasMessageContaining("own-field-choice-used");
        fea.tell(OwnFields.class, fields -> fields.offer(how, List.of("mail", "telefoon")));
        assertThatThrownBy(() -> write(fea, how, "post", "mail")).hasMessageContaining("own-value-choice");
    }

    private UUID define(String name, OwnFieldKind kind) {
        return fea.ask(OwnFields.class, fields -> fields.define(OwnSubject.PERSON, name, kind, List.of()));
    }

    private static UUID write(Office office, UUID field, String typed, String seen) {
        return office.ask(
                OwnFields.class,
                fields -> fields.change(OwnSubject.PERSON, List.of(new OwnValueEdit(field, BERG, typed, seen))));
    }

    private int undo(UUID change) {
        return fea.ask(OwnFields.class, fields -> fields.undo(change));
    }

    private static List<OwnFieldLine> columns(Office office, OwnSubject subject) {
        return office.ask(OwnFields.class, fields -> fields.list(subject));
    }

    private static Map<Long, Map<UUID, String>> values(Office office, List<Long> subjects) {
        return office.ask(OwnFields.class, fields -> fields.valuesOf(OwnSubject.PERSON, subjects));
    }

    private String valueOf(UUID field) {
        return values(fea, List.of(BERG)).getOrDefault(BERG, Map.of()).get(field);
    }
}

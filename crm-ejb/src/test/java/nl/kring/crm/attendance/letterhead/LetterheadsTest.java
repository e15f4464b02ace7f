package nl.kring.crm.attendance.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.database.Wired;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LetterheadsTest {

    private static final LetterheadForm FORM =
            new LetterheadForm("Boerhaavelaan 1, Hengelo", "Tot ziens", "P. Jansen", "voorzitter");

    private static AgendaDatabase kring;

    @BeforeAll
    static void start() throws Exception {
        kring = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @Test
    void each_organisation_has_its_own() throws Exception {
        as("NOORD", own -> change(own, FORM, picture(2_000, 500, BufferedImage.TYPE_INT_ARGB, "png")));
        assertThat(as("NOORD", Letterheads::own).form()).isEqualTo(FORM);
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(as("NOORD", Letterheads::ownLogo)));
        assertThat(kept.getWidth()).as("no larger than is needed").isEqualTo(900);
        assertThat(kept.getColorModel().hasAlpha()).isFalse();

        assertThat(as("ZUID", Letterheads::own).form()).isEqualTo(LetterheadForm.EMPTY);
        assertThatThrownBy(() -> as("ZUID", Letterheads::ownLogo)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_jpeg_is_a_logo_too_and_can_be_taken_away() {
        as("OOST", own -> change(own, FORM, picture(300, 120, BufferedImage.TYPE_INT_RGB, "jpg")));
        assertThat(as("OOST", Letterheads::own).withLogo()).isTrue();
        as("OOST", own -> {
            own.removeLogo(own.own().version());
            return null;
        });
        assertThat(as("OOST", Letterheads::own).withLogo()).isFalse();
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        byte[] text = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(picture(300, 120, BufferedImage.TYPE_INT_RGB, "png"), 60);
        byte[] bitmap = picture(300, 120, BufferedImage.TYPE_INT_RGB, "bmp");
        byte[] dot = picture(4, 4, BufferedImage.TYPE_INT_RGB, "png");
        byte[] wide = picture(7_000, 20, BufferedImage.TYPE_BYTE_BINARY, "png");
        byte[] large = new byte[Logo.LARGEST + 1];
        refused(text, "letterhead-logo-kind");
        refused(half, "letterhead-logo-broken");
        refused(bitmap, "letterhead-logo-kind");
        refused(dot, "letterhead-logo-sides");
        refused(wide, "letterhead-logo-sides");
        refused(large, "letterhead-logo-large");
    }

    @Test
    void a_function_without_a_name_signs_nothing() {
        assertThatThrownBy(() ->
                        as("ZUID", own -> change(own, new LetterheadForm(null, null, " ", "voorzitter"), null)))
                .isInstanceOf(InvalidInputException.class)
                .extracting("code")
                .isEqualTo("letterhead-signatory");
    }

    @Test
    void two_who_change_it_at_once_are_told() {
        long before = as("ZUID", Letterheads::own).version();
        as("ZUID", own -> change(own, FORM, null));
        assertThatThrownBy(() -> as("ZUID", own -> {
                    own.change(before, LetterheadForm.EMPTY, null);
                    return null;
                }))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void only_an_administrator_of_the_organisation_changes_it() throws Exception {
        for (Method change : List.of(
                Letterheads.class.getMethod("change", long.class, LetterheadForm.class, byte[].class),
                Letterheads.class.getMethod("removeLogo", long.class))) {
            assertThat(change.getAnnotation(RolesAllowed.class).value()).containsExactly(Role.ORGANISATION_ADMINS);
        }
    }

    private static void refused(byte[] logo, String code) {
        assertThatThrownBy(() -> as("ZUID", own -> change(own, FORM, logo)))
                .isInstanceOf(InvalidInputException.class)
                .hasFieldOrPropertyWithValue("code", code);
    }

    private static Void change(Letterheads own, LetterheadForm form, byte[] logo) {
        own.change(own.own().version(), form, logo);
        return null;
    }

    private static <T> T as(String organisation, Function<Letterheads, T> work) {
        return kring.inTransaction(
                em -> work.apply(Wired.made(Letterheads.class, em, AgendaDatabase.CLOCK, kring.staffOf(organisation))));
    }

    private static byte[] picture(int width, int height, int kind, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, kind), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

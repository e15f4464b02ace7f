package nl.kring.crm.enrolment.desk;

import java.nio.ByteBuffer;
import java.util.UUID;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.registry.Folding;

/**
 * What stands for a guest without telling who it is, to count and to recognise by.
 *
 * @param address the e-mail address
 * @param caller where on the network the question came from
 * @param guest the same name from the same address at the same edition; practices share addresses
 */
record GuestMarks(byte[] address, byte[] caller, byte[] guest) {

    static GuestMarks of(UUID edition, GuestForm form, String caller) {
        return new GuestMarks(
                Sha256.of("address " + form.address()), Sha256.of("caller " + caller), guest(edition, form));
    }

    /** The same name from the same address at an edition, or at a course. */
    static byte[] guest(UUID held, GuestForm form) {
        return Sha256.of(String.join(
                "\n",
                held.toString(),
                form.address(),
                Folding.fold(form.givenName()),
                Folding.fold(form.prefix()),
                Folding.fold(form.birthName())));
    }

    /** A number for a lock of the database. */
    static long lock(byte[] mark) {
        return ByteBuffer.wrap(mark).getLong();
    }
}

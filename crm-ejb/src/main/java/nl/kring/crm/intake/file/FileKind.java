package nl.kring.crm.intake.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes. */
enum FileKind {
    WORKBOOK,
    TEXT;

    private static final String ENCRYPTED = "EncryptedPackage";
    private static final int LOOKED_AT = 1024;

    /** @throws FileRefusedException it is something else, which is then named */
    static FileKind of(byte[] content) {
        if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6)) {
            return WORKBOOK;
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefusedException(isEncrypted(content) ? "file-workbook-locked" : "file-old-workbook");
        }
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            throw new FileRefusedException("file-encoding", "UTF-16");
        }
        String start = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("%pdf")) {
            throw new FileRefusedException("file-type", "PDF");
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw new FileRefusedException("file-type", "HTML");
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<!doctype")) {
            throw new FileRefusedException("file-type", "XML");
        }
        if (lower.startsWith("{\\rtf")) {
            throw new FileRefusedException("file-type", "RTF");
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G') || startsWith(content, 0xFF, 0xD8) || lower.startsWith("gif8")) {
            throw new FileRefusedException("file-type", "JPEG/PNG/GIF");
        }
        return TEXT;
    }

    /** A workbook with a password is packed in a container of the old kind; it names what it packs. */
    private static boolean isEncrypted(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(ENCRYPTED.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (int at = 0; at < start.length; at++) {
            if ((content[at] & 0xFF) != start[at]) {
                return false;
            }
        }
        return true;
    }
}

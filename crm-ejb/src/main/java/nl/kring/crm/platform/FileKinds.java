package nl.kring.crm.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a file is that somebody sent: its first bytes say it, not its name. */
public final class FileKinds {

    public static final String PDF = "application/pdf";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";

    /** A document of an office program, or another archive. */
    public static final String ARCHIVE = "application/zip";

    private static final Map<String, byte[]> FIRST = Map.of(
            PDF, new byte[] {'%', 'P', 'D', 'F', '-'},
            PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            JPEG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            ARCHIVE, new byte[] {'P', 'K', 3, 4});

    private static final int LONGEST_NAME = 200;

    private FileKinds() {}

    /** The media type; nothing when it is none of these. */
    public static Optional<String> of(byte[] content) {
        return FIRST.entrySet().stream()
                .filter(kind -> begins(content, kind.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The last part of a path, as far as it can be read.
     *
     * @param otherwise what it is called when nothing is left, or it names a citizen
     */
    public static String name(String given, String otherwise) {
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String readable = last.replaceAll("[\\p{C}\"]", "").strip();
        String shorter = readable.length() > LONGEST_NAME ? readable.substring(0, LONGEST_NAME) : readable;
        return shorter.isEmpty() || TypedText.hasCitizenServiceNumber(shorter) ? otherwise : shorter;
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }
}

package nl.kring.crm.attendance.credit;

import java.io.Serializable;
import java.util.Arrays;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/**
 * A file that shows where points come from: a PDF or a picture. What it is its first bytes say, not its name.
 *
 * @param mediaType as found by {@link #of}
 */
public record Evidence(String fileName, String mediaType, byte[] content) implements Serializable {

    public static final int LARGEST = 5 * 1024 * 1024;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int LONGEST_NAME = 200;

    /**
     * A file as somebody sent it.
     *
     * @throws InvalidInputException it is empty, larger than 5 MB, or neither PDF, JPEG nor PNG
     */
    public static Evidence of(String fileName, byte[] content) {
        if (content == null || content.length == 0) {
            throw new InvalidInputException("credit-evidence-missing");
        }
        if (content.length > LARGEST) {
            throw new InvalidInputException("credit-evidence-large", LARGEST / 1024 / 1024);
        }
        String type = begins(content, PDF)
                ? "application/pdf"
                : begins(content, PNG) ? "image/png" : begins(content, JPEG) ? "image/jpeg" : null;
        if (type == null) {
            throw new InvalidInputException("credit-evidence-type");
        }
        return new Evidence(name(fileName), type, content);
    }

    /** The last part of a path, as far as it can be read. */
    private static String name(String given) {
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String readable = last.replaceAll("[\\p{C}\"]", "").strip();
        String shorter = readable.length() > LONGEST_NAME ? readable.substring(0, LONGEST_NAME) : readable;
        return shorter.isEmpty() || TypedText.hasCitizenServiceNumber(shorter) ? "bewijs" : shorter;
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + content.length + " bytes)";
    }
}

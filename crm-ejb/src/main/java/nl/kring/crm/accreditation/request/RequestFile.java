package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.util.Arrays;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/**
 * A file that goes with a request: slides, a programme, a curriculum vitae. What it is its first bytes say, not its name.
 *
 * @param mediaType as found by {@link #of}
 */
public record RequestFile(String fileName, String mediaType, byte[] content) implements Serializable {

    public static final int LARGEST = 10 * 1024 * 1024;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] OFFICE = {'P', 'K', 3, 4};
    private static final int LONGEST_NAME = 200;

    /**
     * A file as somebody sent it.
     *
     * @throws InvalidInputException it is empty, larger than 10 MB, or neither PDF, picture nor office document
     */
    public static RequestFile of(String fileName, byte[] content) {
        if (content == null || content.length == 0) {
            throw new InvalidInputException("accreditation-file-missing");
        }
        if (content.length > LARGEST) {
            throw new InvalidInputException("accreditation-file-large", LARGEST / 1024 / 1024);
        }
        return new RequestFile(name(fileName), type(content), content);
    }

    private static String type(byte[] content) {
        if (begins(content, PDF)) {
            return "application/pdf";
        }
        if (begins(content, PNG)) {
            return "image/png";
        }
        if (begins(content, JPEG)) {
            return "image/jpeg";
        }
        if (begins(content, OFFICE)) {
            return "application/octet-stream";
        }
        throw new InvalidInputException("accreditation-file-type");
    }

    /** The last part of a path, as far as it can be read. */
    private static String name(String given) {
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String readable = last.replaceAll("[\\p{C}\"]", "").strip();
        String shorter = readable.length() > LONGEST_NAME ? readable.substring(0, LONGEST_NAME) : readable;
        return shorter.isEmpty() || TypedText.hasCitizenServiceNumber(shorter) ? "document" : shorter;
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestFile that
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

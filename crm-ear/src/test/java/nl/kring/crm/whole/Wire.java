package nl.kring.crm.whole;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One connection of one client that stays open, and costs the machine that is measured next to nothing. */
final class Wire implements AutoCloseable {

    private final URI address;
    private final String headers;
    private final Socket socket;
    private final InputStream in;

    /** @param headers which it sends with everything */
    Wire(String address, String... headers) throws IOException {
        this.address = URI.create(address);
        this.headers = lines(headers);
        socket = new Socket(this.address.getHost(), this.address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** What came back; where it leads to is empty when it leads nowhere. */
    record Answer(int status, String location, String text) {}

    /** Asks one thing and waits for the answer. */
    Answer send(String method, String path, String body, String... more) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                + lines(more) + "Content-Length: " + content.length + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.getBytes(StandardCharsets.US_ASCII));
        whole.write(content);
        socket.getOutputStream().write(whole.toByteArray());
        return answer();
    }

    private static String lines(String[] headers) {
        return Stream.of(headers).map(each -> each + "\r\n").collect(Collectors.joining());
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean pieces = false;
        String location = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            String said = line.toLowerCase(Locale.ROOT);
            if (said.startsWith("content-length:")) {
                length = Integer.parseInt(said.substring(said.indexOf(':') + 1).strip());
            }
            if (said.startsWith("location:")) {
                location = line.substring(line.indexOf(':') + 1).strip();
            }
            pieces |= said.startsWith("transfer-encoding:") && said.contains("chunked");
        }
        return new Answer(
                status, location, new String(pieces ? pieces() : in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private byte[] pieces() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int length = size(); length > 0; length = size()) {
            whole.write(in.readNBytes(length));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(line.toString());
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package vn.lienthong;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import vn.lienthong.infra.StartFailure;

/** Why the hub did not start, in the words a person can act on; the stack trace goes to a file. */
record FailureReport(Throwable failure, List<String> chain, String remedy) {

    private static final String USUAL_REMEDY = "correct the cause above and start again";

    static FailureReport of(Throwable failure) {
        List<String> chain = new ArrayList<>();
        String remedy = USUAL_REMEDY;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = firstLine(cause);
            // Spring's wrappers name beans and repeat what their cause says
            boolean wrapper = cause instanceof BeansException && cause.getCause() != null;
            if (!wrapper && (chain.isEmpty() || !chain.getLast().contains(sentence))) {
                chain.add(sentence);
            }
            if (cause instanceof StartFailure told) {
                remedy = told.remedy();
            }
        }
        return new FailureReport(failure, chain, remedy);
    }

    void print(PrintStream err, Path data) {
        err.println();
        err.println("Liên Thông could not start: " + chain.getFirst());
        chain.stream().skip(1).forEach(cause -> err.println("  because: " + cause));
        err.println("What to do: " + remedy + ".");
        if (!(failure instanceof StartFailure)) {
            writeTrace(data.resolve("logs").resolve("last-failure.txt"), err);
        }
    }

    private void writeTrace(Path file, PrintStream err) {
        try {
            Files.createDirectories(file.getParent());
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            Files.writeString(file, trace.toString());
            err.println("Details: " + file);
        } catch (IOException unwritable) {
            failure.printStackTrace(err);
        }
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}

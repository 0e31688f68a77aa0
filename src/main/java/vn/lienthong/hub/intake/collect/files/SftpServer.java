package vn.lienthong.hub.intake.collect.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Files over SFTP; the server must have the key that was agreed. */
final class SftpServer implements FileServer {

    private static final String BEING_WRITTEN = ".part";

    private final SshClient ssh;
    private final ClientSession session;
    private final SftpClient files;

    private SftpServer(SshClient ssh, ClientSession session, SftpClient files) {
        this.ssh = ssh;
        this.session = session;
        this.files = files;
    }

    static SftpServer open(FileRules rules, String user, String password) throws IOException {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier((session, address, key) -> isAgreed(address, key, rules.hostKey()));
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, rules.patience().multipliedBy(2));
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(ssh, rules.patience());
        ssh.start();
        try {
            return open(ssh, rules, user, password);
        } catch (IOException | RuntimeException failed) {
            ssh.stop();
            throw failed;
        }
    }

    private static SftpServer open(SshClient ssh, FileRules rules, String user, String password) throws IOException {
        Duration patience = rules.patience();
        ClientSession session =
                ssh.connect(user, rules.host(), rules.port()).verify(patience).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(patience);
        return new SftpServer(ssh, session, SftpClientFactory.instance().createSftpClient(session));
    }

    private static boolean isAgreed(SocketAddress address, PublicKey key, String agreed) {
        return agreed.equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
    }

    @Override
    public List<Seen> list(String folder) throws IOException {
        List<Seen> seen = new ArrayList<>();
        for (SftpClient.DirEntry entry : files.readDir(folder)) {
            if (entry.getAttributes().isRegularFile()) {
                seen.add(seen(entry.getFilename(), entry.getAttributes()));
            }
        }
        return seen;
    }

    private static Seen seen(String name, Attributes attributes) {
        return new Seen(name, attributes.getSize(), attributes.getModifyTime().toMillis());
    }

    @Override
    public Optional<Seen> find(String folder, String name) throws IOException {
        try {
            return Optional.of(seen(name, files.stat(path(folder, name))));
        } catch (SftpException none) {
            if (none.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw none;
        }
    }

    @Override
    public InputStream read(String folder, String name) throws IOException {
        return files.read(path(folder, name));
    }

    @Override
    public void move(String folder, String name, String toFolder, String toName) throws IOException {
        make(toFolder);
        files.rename(path(folder, name), path(toFolder, toName));
    }

    @Override
    public void write(String folder, String name, byte[] content) throws IOException {
        make(folder);
        String unfinished = path(folder, name) + BEING_WRITTEN;
        try (OutputStream out = files.write(unfinished)) {
            out.write(content);
        }
        if (find(folder, name).isPresent()) {
            remove(folder, name);
        }
        files.rename(unfinished, path(folder, name));
    }

    @Override
    public void remove(String folder, String name) throws IOException {
        files.remove(path(folder, name));
    }

    private void make(String folder) throws IOException {
        if (find(".", folder).isEmpty()) {
            files.mkdir(folder);
        }
    }

    private static String path(String folder, String name) {
        return folder.equals(".") ? name : folder + "/" + name;
    }

    @Override
    public void close() {
        session.close(true);
        ssh.stop();
    }
}

//! A file that nobody sees before it is whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Names of other runs that are passed over.
const MOST_TRIES: u32 = 1000;
/// Links that are followed, as many as systems follow.
const MOST_LINKS: u32 = 40;

/// A file that is written under another name beside the one that it will have, and gets its name when it is whole.
/// Dropped before that, it is gone, and a former file of that name stays as it was.
///
/// A link stays a link: the file is where it leads to. A file that is replaced keeps who may read it.
///
/// # Example
/// ```
/// use std::io::Write;
/// use worthwhile_groups::PendingFile;
/// let path = std::env::temp_dir().join(format!("worthwhile-pending-{}.txt", std::process::id()));
/// let (mut file, pending) = PendingFile::create(&path)?;
/// file.write_all(b"whole")?;
/// assert!(!path.exists());
/// pending.keep()?;
/// assert_eq!(std::fs::read(&path)?, b"whole");
/// std::fs::remove_file(&path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct PendingFile {
    partial: PathBuf,
    path: PathBuf,
    is_kept: bool,
}

impl PendingFile {
    /// Begins a file.
    ///
    /// # Errors
    /// Those of the file system, and [`InvalidInput`](io::ErrorKind::InvalidInput) where something else than a file
    /// has that name, such as a folder or a pipe.
    pub fn create(path: &Path) -> io::Result<(File, Self)> {
        let path = Self::destination(path);
        let there = fs::symlink_metadata(&path).ok();
        if there.as_ref().is_some_and(|own| !own.is_file()) {
            return Err(no_file());
        }
        // Whoever could not read the former file does not see the new one either, at no moment.
        let (file, pending) = Self::begin(path, there.is_some())?;
        if let Some(there) = there {
            file.set_permissions(mode_of(&there))?;
        }
        Ok((file, pending))
    }

    /// Begins a file that only its owner can read, whoever could read a former one.
    ///
    /// # Errors
    /// As for [`create`](Self::create).
    pub fn create_private(path: &Path) -> io::Result<(File, Self)> {
        let path = Self::destination(path);
        match fs::symlink_metadata(&path) {
            Ok(there) if !there.is_file() => Err(no_file()),
            _ => Self::begin(path, true),
        }
    }

    fn begin(path: PathBuf, is_private: bool) -> io::Result<(File, Self)> {
        let mut how = OpenOptions::new();
        how.write(true).create_new(true);
        #[cfg(unix)]
        if is_private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
        }
        #[cfg(not(unix))]
        let _ = is_private;
        for number in 0..MOST_TRIES {
            let partial = partial(&path, number)?;
            match how.open(&partial) {
                Ok(file) => return Ok((file, Self { partial, path, is_kept: false })),
                // A run that was killed has left it, and its number is given again.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The file that a path leads to, over links and whether it is there or not.
    #[must_use]
    pub fn destination(path: &Path) -> PathBuf {
        if let Ok(real) = fs::canonicalize(path) {
            return real;
        }
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            let Ok(to) = fs::read_link(&path) else { break };
            path = path.parent().map_or_else(|| to.clone(), |folder| folder.join(&to));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or_else(|| Path::new(".")));
        match (folder, path.file_name()) {
            (Ok(folder), Some(name)) => folder.join(name),
            _ => path,
        }
    }

    /// The name that the file has until it is whole.
    #[must_use]
    pub fn partial(&self) -> &Path {
        &self.partial
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// Those of the file system. The file is gone then.
    pub fn keep(mut self) -> io::Result<()> {
        fs::rename(&self.partial, &self.path)?;
        self.is_kept = true;
        Ok(())
    }
}

impl Drop for PendingFile {
    fn drop(&mut self) {
        if !self.is_kept {
            // Nobody is there to hear of an error.
            let _ = fs::remove_file(&self.partial);
        }
    }
}

fn no_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "it is there, and it is no plain file")
}

/// Who may read and write a file, without what else systems keep in its mode.
fn mode_of(there: &fs::Metadata) -> fs::Permissions {
    let own = there.permissions();
    #[cfg(unix)]
    let own = {
        use std::os::unix::fs::PermissionsExt;
        fs::Permissions::from_mode(own.mode() & 0o777)
    };
    own
}

/// A name beside that of the file, so that it can be renamed.
fn partial(path: &Path, number: u32) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"));
    };
    let mut partial = OsString::from(".");
    partial.push(name);
    partial.push(format!(".{}", std::process::id()));
    if number > 0 {
        partial.push(format!(".{number}"));
    }
    partial.push(".partial");
    Ok(path.with_file_name(partial))
}

// A browser whose reader saves data.

Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } });

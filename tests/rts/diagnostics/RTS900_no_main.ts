const unused = 1; //! RTS900:1
export { unused };
